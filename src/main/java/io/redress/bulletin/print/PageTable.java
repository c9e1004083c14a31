package io.redress.bulletin.print;

import io.redress.bulletin.print.BulletinContent.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for the HTML page, with the column widths of the Word document.
 *
 * @param points font size
 */
public record PageTable(String caption, String points, List<Column> columns, List<List<Cell>> rows, String note) {

    /** In twips: the width of the 版心, which every table fills. */
    private static final int WIDTH = 8844;

    /** 小四, in half points. */
    private static final int LARGEST = 24;

    /** Points per half point. Less than 0.5, because the embedded font has wider digits than Word's. */
    private static final BigDecimal HALF_POINT = new BigDecimal("0.46");

    /** @param percent share of the page width */
    public record Column(String heading, String percent) {}

    public record Cell(String text, boolean isFigure, boolean isFirst) {}

    static PageTable of(Table table) {
        var columns = TableColumns.of(table, WIDTH, LARGEST);
        return new PageTable(
                PrintableText.of(table.caption()),
                new BigDecimal(columns.halfPoints()).multiply(HALF_POINT).toPlainString(),
                columns(table, columns),
                table.rows().stream().map(PageTable::cells).toList(),
                table.note() == null || table.note().isBlank() ? "" : "注：" + PrintableText.of(table.note()));
    }

    private static List<Column> columns(Table table, TableColumns columns) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> new Column(
                        PrintableText.of(table.columns().get(column)),
                        share(columns.widths().get(column))))
                .toList();
    }

    private static String share(int twips) {
        return new BigDecimal(100 * twips)
                .divide(new BigDecimal(WIDTH), 2, RoundingMode.DOWN)
                .toPlainString();
    }

    private static List<Cell> cells(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    var text = PrintableText.of(row.get(column));
                    return new Cell(text, TableColumns.FIGURE.matcher(text).matches(), column == 0);
                })
                .toList();
    }
}
