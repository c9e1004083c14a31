package io.redress.bulletin.print;

import io.redress.bulletin.typeface.BulletinFont;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Text in a picture, drawn as outlines of the embedded font. A server has no Chinese font and often lacks the libraries
 * that Java needs to use one.
 *
 * @param width in the unit of {@code size}
 */
public record PrintedLabel(Shape outline, int width) {

    private static final TrueTypeFont FONT = BulletinFont.HEI.only("本周新增登记累计净损失人万元暂无数据（）0123456789.−");

    static PrintedLabel of(String text, int size) {
        try {
            var codes = FONT.getUnicodeCmapLookup();
            var scale = (double) size / FONT.getUnitsPerEm();
            var outline = new Path2D.Double();
            var x = 0;
            for (var codePoint : text.codePoints().toArray()) {
                var letter = codes.getGlyphId(codePoint);
                var place = new AffineTransform(scale, 0, 0, -scale, x * scale, 0);
                outline.append(FONT.getGlyph().getGlyph(letter).getPath().getPathIterator(place), false);
                x += FONT.getAdvanceWidth(letter);
            }
            return new PrintedLabel(outline, (int) Math.ceil(x * scale));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw the label", e);
        }
    }
}
