package io.redress.bulletin;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import io.redress.bulletin.BulletinContent.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Puts a table where the tag {@code {{grid}}} stands: as wide as the page, columns by what is in them, looks by the styles
 * of the template. Its heading row is repeated on every page and no row is torn apart.
 */
final class BulletinTable extends AbstractRenderPolicy<Table> {

    /** Twips: the width of 版心. */
    private static final int WIDTH = 8844;

    /** In halves of a character: what a column gets at least, and what it may ask for; longer cells break. */
    private static final int NARROWEST = 5;

    private static final int WIDEST = 24;

    /** From this many columns on the letters are smaller (五号). */
    private static final int CROWDED = 7;

    private static final int CROWDED_POINTS = 9;

    private static final Pattern FIGURE = Pattern.compile("[-−+]?[0-9][0-9,]*(\\.[0-9]+)?%?|—|-");

    @Override
    public void doRender(RenderContext<Table> context) {
        var data = context.getData();
        var run = (XWPFRun) context.getRun();
        var container = BodyContainerFactory.getBodyContainer(run);
        var columns = data.columns().size();
        var table = container.insertNewTable(run, data.rows().size() + 1, columns);
        layOut(table, widths(data));
        fill(table.getRow(0), data.columns(), "TableHead", columns);
        table.getRow(0).setRepeatHeader(true);
        for (var i = 0; i < data.rows().size(); i++) {
            fill(table.getRow(i + 1), data.rows().get(i), null, columns);
        }
        clearPlaceholder(context, true);
    }

    private static void layOut(XWPFTable table, List<Integer> widths) {
        var properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID("BulletinTable");
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(WIDTH));
        (properties.isSetJc() ? properties.getJc() : properties.addNewJc()).setVal(STJcTable.CENTER);
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        grid.setGridColArray(null);
        for (var column = 0; column < widths.size(); column++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(widths.get(column)));
            for (var row : table.getRows()) {
                row.getCell(column).setWidth(widths.get(column).toString());
            }
        }
    }

    /** Shares of the page by the longest cell of each column; the last takes what rounding leaves. */
    static List<Integer> widths(Table table) {
        var wanted = IntStream.range(0, table.columns().size())
                .map(column -> Math.min(WIDEST, Math.max(NARROWEST, longest(table, column) + 1)))
                .toArray();
        var total = IntStream.of(wanted).sum();
        var widths = IntStream.of(wanted).map(width -> WIDTH * width / total).toArray();
        widths[widths.length - 1] += WIDTH - IntStream.of(widths).sum();
        return IntStream.of(widths).boxed().toList();
    }

    private static int longest(Table table, int column) {
        // a heading may break in two
        var heading = (PrintableText.halfWidths(table.columns().get(column)) + 1) / 2;
        return table.rows().stream()
                .mapToInt(row -> PrintableText.halfWidths(row.get(column)))
                .reduce(heading, Math::max);
    }

    private static void fill(XWPFTableRow row, List<String> cells, String style, int columns) {
        row.setCantSplitRow(true);
        for (var i = 0; i < columns; i++) {
            var text = PrintableText.of(cells.get(i));
            var cellStyle = style != null ? style : FIGURE.matcher(text).matches() ? "TableNumber" : "TableText";
            fill(row.getCell(i), text, cellStyle, columns >= CROWDED);
        }
    }

    private static void fill(XWPFTableCell cell, String text, String style, boolean isCrowded) {
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        var paragraph = cell.getParagraphs().isEmpty()
                ? cell.addParagraph()
                : cell.getParagraphs().get(0);
        paragraph.setStyle(style);
        var run = paragraph.createRun();
        run.setText(text);
        if (isCrowded) {
            run.setFontSize(CROWDED_POINTS);
        }
    }
}
