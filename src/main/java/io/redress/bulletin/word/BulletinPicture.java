package io.redress.bulletin.word;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.bulletin.print.BulletinContent.Trend.Point;
import io.redress.bulletin.print.PrintableText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Inserts the trend chart at the tag {@code {{picture}}}: as wide as the page, with an alternative text. */
public final class BulletinPicture extends AbstractRenderPolicy<BulletinPicture.Drawing> {

    /** Offset of the width in a PNG; the height follows it. */
    private static final int SIZE_IN_PNG = 16;

    record Drawing(Trend trend, byte[] png) {}

    @Override
    public void doRender(RenderContext<Drawing> context) throws IOException, InvalidFormatException {
        var run = context.getRun();
        var drawing = context.getData();
        var size = ByteBuffer.wrap(drawing.png).position(SIZE_IN_PNG);
        var pixelsAcross = size.getInt();
        var pixelsDown = size.getInt();
        var width = TypeArea.width(run.getDocument()) * Units.EMU_PER_DXA;
        var height = Math.toIntExact((long) width * pixelsDown / pixelsAcross);
        run.setText("", 0);
        run.addPicture(new ByteArrayInputStream(drawing.png), PictureType.PNG, "trend.png", width, height);
        var drawn = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        drawn.setName("走势图");
        drawn.setDescr(inWords(drawing.trend));
        if (run.getParent() instanceof XWPFParagraph paragraph) {
            // an exact line height would show only a strip of the picture
            paragraph.setSpacingBetween(1);
        }
    }

    /** The alternative text: where the curves begin and end. */
    private static String inWords(Trend trend) {
        var caption = PrintableText.of(trend.caption());
        if (trend.points().isEmpty()) {
            return caption;
        }
        var first = trend.points().get(0);
        var last = trend.points().get(trend.points().size() - 1);
        return caption + "：" + inWords(first) + "；" + inWords(last) + "。";
    }

    private static String inWords(Point point) {
        return "截至" + BulletinValues.date(point.weekEndsOn()) + "累计登记" + point.closing() + "人，本期新增" + point.added()
                + "人，累计净损失" + point.netLoss().toPlainString() + "元";
    }
}
