package io.redress.bulletin.word;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.bulletin.print.PrintableText;
import io.redress.bulletin.print.TableColumns;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Inserts a table at the tag {@code {{grid}}}: as wide as the page, in the template's styles. Its heading row repeats
 * on every page, no row breaks across pages, and a short table stays on one page.
 */
public final class BulletinTable extends AbstractRenderPolicy<Table> {

    /** Style names, because Word changes the style ids whenever it saves a template. */
    static final String TABLE = "周报表格";

    static final String HEAD = "表头";
    static final String WORDS = "表格文字";
    static final String NUMBERS = "表格数字";

    /** In rows; a quarter of a page. */
    private static final int SHORT = 8;

    private static final int FEW = 2;

    private static final int USUAL_SIZE = 24;

    @Override
    public void doRender(RenderContext<Table> context) {
        var data = context.getData();
        var run = context.getRun();
        var document = run.getDocument();
        var columns = TableColumns.of(data, TypeArea.width(document), sizeOf(document));
        var container = BodyContainerFactory.getBodyContainer(run);
        var table = container.insertNewTable(
                run, data.rows().size() + 1, data.columns().size());
        layOut(table, idOf(document, TABLE), columns.widths());
        heading(table.getRow(0), data.columns(), columns);
        for (var i = 0; i < data.rows().size(); i++) {
            row(table.getRow(i + 1), data.rows().get(i), columns);
        }
        keepTogether(table, data);
        clearPlaceholder(context, true);
    }

    private static void layOut(XWPFTable table, String style, List<Integer> widths) {
        var properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID(style);
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(
                BigInteger.valueOf(widths.stream().mapToInt(Integer::intValue).sum()));
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

    private static void heading(XWPFTableRow row, List<String> cells, TableColumns columns) {
        row.setCantSplitRow(true);
        row.setRepeatHeader(true);
        for (var i = 0; i < cells.size(); i++) {
            var text = PrintableText.of(cells.get(i));
            var broken = TableColumns.heading(text, columns.widths().get(i), columns.halfPoints());
            fill(row.getCell(i), broken, HEAD, columns.halfPoints());
        }
    }

    private static void row(XWPFTableRow row, List<String> cells, TableColumns columns) {
        row.setCantSplitRow(true);
        for (var i = 0; i < cells.size(); i++) {
            var text = PrintableText.of(cells.get(i));
            var style = TableColumns.FIGURE.matcher(text).matches() ? NUMBERS : WORDS;
            fill(row.getCell(i), text, style, columns.halfPoints());
        }
    }

    private static void fill(XWPFTableCell cell, String text, String style, int halfPoints) {
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        var document = cell.getXWPFDocument();
        var paragraph = cell.getParagraphs().isEmpty()
                ? cell.addParagraph()
                : cell.getParagraphs().get(0);
        paragraph.setStyle(idOf(document, style));
        var run = paragraph.createRun();
        var lines = text.split("\n");
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        if (halfPoints != sizeOf(document)) {
            run.setFontSize(halfPoints / 2.0);
        }
    }

    /** Keeps a short table on one page; of a long one, keeps the last rows with its note. */
    private static void keepTogether(XWPFTable table, Table data) {
        var rows = table.getRows();
        var hasNote = data.note() != null && !data.note().isBlank();
        for (var i = 0; i < rows.size(); i++) {
            var isNearTheEnd = i >= rows.size() - FEW;
            if ((rows.size() <= SHORT || isNearTheEnd) && (hasNote || i < rows.size() - 1)) {
                keepWithNext(rows.get(i));
            }
        }
    }

    static void keepWithNext(XWPFTableRow row) {
        row.getTableCells().stream()
                .flatMap(cell -> cell.getParagraphs().stream())
                .forEach(BulletinTable::keepWithNext);
    }

    static void keepWithNext(XWPFParagraph paragraph) {
        paragraph.setKeepNext(true);
    }

    /** In half points. */
    private static int sizeOf(XWPFDocument document) {
        return Optional.ofNullable(document.getStyles().getStyleWithName(WORDS))
                .map(style -> style.getCTStyle().getRPr())
                .filter(letters -> letters != null && letters.sizeOfSzArray() > 0)
                .map(letters -> Integer.parseInt(letters.getSzArray(0).getVal().toString()))
                .orElse(USUAL_SIZE);
    }

    private static String idOf(XWPFDocument document, String styleName) {
        var style = document.getStyles().getStyleWithName(styleName);
        return style == null ? null : style.getStyleId();
    }
}
