package io.redress.bulletin.word;

import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * The 版记 floats at the foot of the last page. When there is no room for it below the last lines, these move to the next
 * page with it, so that it does not stand alone on a page.
 */
public final class Colophon {

    /** In characters, six lines. LibreOffice moves a whole paragraph, so a long one would leave half a page empty. */
    private static final int SHORT = 168;

    private Colophon() {}

    static void keepWords(XWPFDocument document) {
        var elements = document.getBodyElements();
        for (var i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof XWPFTable table && standsAtFoot(table)) {
                dropEmptyRows(table);
                keepWithNext(elements, i - 1);
            }
        }
    }

    private static boolean standsAtFoot(XWPFTable table) {
        var properties = table.getCTTbl().getTblPr();
        return properties != null
                && properties.isSetTblpPr()
                && "bottom".equals(String.valueOf(properties.getTblpPr().getTblpYSpec()));
    }

    /** Removes the rows for recipients or names when there are none. */
    private static void dropEmptyRows(XWPFTable table) {
        for (var i = table.getNumberOfRows() - 1; i >= 0 && table.getNumberOfRows() > 1; i--) {
            var isEmpty = table.getRow(i).getTableCells().stream()
                    .allMatch(cell -> cell.getText().isBlank());
            if (isEmpty) {
                table.removeRow(i);
            }
        }
    }

    private static void keepWithNext(List<IBodyElement> elements, int last) {
        if (last < 0) {
            return;
        }
        if (elements.get(last) instanceof XWPFParagraph paragraph) {
            if (paragraph.getText().length() > SHORT) {
                return;
            }
            paragraph.setKeepNext(true);
            // at least two of its lines
            var layout = paragraph.getCTP().getPPr();
            (layout.isSetWidowControl() ? layout.getWidowControl() : layout.addNewWidowControl()).setVal(true);
        } else if (elements.get(last) instanceof XWPFTable table) {
            var rows = table.getRows();
            rows.subList(Math.max(0, rows.size() - 2), rows.size()).forEach(BulletinTable::keepWithNext);
        }
    }
}
