package io.redress.bulletin.print;

import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.common.sheet.Cell;
import io.redress.common.sheet.Csv;
import io.redress.common.sheet.Sheet;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures of a bulletin as CSV in long form, for other systems: one line for each figure, independent of the
 * bulletin's tables. A reader needs to know only these columns, not the layout.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>周报</td><td>the series, such as 共信赢事件工作周报</td></tr>
 * <tr><td>年度, 期号</td><td>of the number; 期号 is empty for a draft</td></tr>
 * <tr><td>报告周起, 报告周止</td><td>first and last day reported, 2021-03-01</td></tr>
 * <tr><td>表</td><td>caption of the table; 走势 for the weeks of the trend, which come last</td></tr>
 * <tr><td>行号</td><td>of the row in its table, from 1; two rows may have the same label</td></tr>
 * <tr><td>行, 列</td><td>label of the row (its first cell) and heading of the column</td></tr>
 * <tr><td>值</td><td>the figure: digits without separators, yuan with two decimals, negative with a minus (-); or the
 * text in that cell</td></tr>
 * </table>
 *
 * The same content gives the same bytes.
 */
public final class BulletinCsv {

    private static final List<String> COLUMNS = List.of("周报", "年度", "期号", "报告周起", "报告周止", "表", "行号", "行", "列", "值");

    private BulletinCsv() {}

    /** @param charset UTF-8, with a byte order mark, or {@link Csv#GB18030} */
    public static byte[] of(BulletinContent content, Charset charset) {
        var rows = new ArrayList<List<Cell>>();
        content.tables().forEach(table -> add(rows, content, table));
        if (content.trend() != null) {
            add(rows, content, trend(content));
        }
        return Csv.of(Sheet.data("周报", COLUMNS, rows), charset);
    }

    private static Table trend(BulletinContent content) {
        var rows = content.trend().points().stream()
                .map(point -> List.of(
                        point.weekEndsOn().toString(),
                        Long.toString(point.added()),
                        Long.toString(point.closing()),
                        point.netLoss().setScale(2).toPlainString()))
                .toList();
        return new Table("走势", BulletinSheets.trendColumns(), rows, null);
    }

    private static void add(List<List<Cell>> lines, BulletinContent content, Table table) {
        var number = 0;
        for (var row : table.rows()) {
            number++;
            for (var column = 1; column < row.size(); column++) {
                var line = Stream.concat(
                        issue(content),
                        Stream.of(
                                Cell.text(table.caption()),
                                Cell.count((long) number),
                                Cell.text(row.get(0)),
                                Cell.text(table.columns().get(column)),
                                BulletinSheets.cell(row.get(column))));
                lines.add(line.toList());
            }
        }
    }

    private static Stream<Cell> issue(BulletinContent content) {
        return Stream.of(
                Cell.text(content.seriesTitle()),
                Cell.count((long) content.year()),
                Cell.count(content.number() == null ? null : content.number().longValue()),
                Cell.day(content.weekStartsOn()),
                Cell.day(content.weekEndsOn()));
    }
}
