package io.redress.bulletin.print;

import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.common.sheet.Cell;
import io.redress.common.sheet.Sheet;
import io.redress.common.sheet.Xlsx;
import io.redress.common.time.Clocks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bulletin as an XLSX workbook: 封面 with the masthead, one sheet for each table, and 走势 with the weeks of the trend.
 * Figures are numeric cells. The same content gives the same bytes.
 */
public final class BulletinSheets {

    /** In the content's form; a number with a leading zero is a code. */
    private static final Pattern COUNT = Pattern.compile("[-−]?(0|[1-9][0-9]{0,17})");

    private static final Pattern MONEY = Pattern.compile("[-−]?(0|[1-9][0-9]*)\\.[0-9]{2}");

    private BulletinSheets() {}

    public static byte[] xlsx(BulletinContent content) {
        var day = content.issuedOn() == null ? content.weekEndsOn() : content.issuedOn();
        return Xlsx.of(content.title(), Clocks.startOf(day), sheets(content));
    }

    private static List<Sheet> sheets(BulletinContent content) {
        var sheets = new ArrayList<Sheet>();
        sheets.add(cover(content));
        content.tables().forEach(table -> sheets.add(sheet(table)));
        Optional.ofNullable(content.trend()).ifPresent(trend -> sheets.add(sheet(trend)));
        return sheets;
    }

    private static Sheet cover(BulletinContent content) {
        var rows = Stream.of(
                        row("标题", Cell.text(content.title())),
                        row("编发单位", Cell.text(content.organisation())),
                        row("期号", Cell.text(issue(content))),
                        row("报告周起", Cell.day(content.weekStartsOn())),
                        row("报告周止", Cell.day(content.weekEndsOn())),
                        row("印发日期", Cell.day(content.issuedOn())),
                        row("拟稿", Cell.text(content.draftedBy())),
                        row("审核", Cell.text(content.reviewedBy())),
                        row("签发", Cell.text(content.signedBy())),
                        row("更正", Cell.text(content.corrects())))
                .toList();
        return Sheet.printed("封面", content.seriesTitle(), List.of("项目", "内容"), rows, null);
    }

    static String issue(BulletinContent content) {
        return content.isDraft() ? "草稿" : content.year() + "年第" + content.number() + "期";
    }

    private static List<Cell> row(String label, Cell value) {
        return List.of(Cell.text(label), value);
    }

    private static Sheet sheet(Table table) {
        return Sheet.printed(
                table.caption(),
                table.caption(),
                table.columns(),
                table.rows().stream().map(BulletinSheets::cells).toList(),
                table.note() == null || table.note().isBlank() ? null : "注：" + table.note());
    }

    /** The first cell of a row is a label, even if it consists of digits. */
    private static List<Cell> cells(List<String> row) {
        return Stream.concat(
                        Stream.of(Cell.text(row.get(0))), row.stream().skip(1).map(BulletinSheets::cell))
                .toList();
    }

    /** A figure becomes a number, anything else stays text. */
    static Cell cell(String printed) {
        if (printed != null && COUNT.matcher(printed).matches()) {
            return Cell.count(Long.valueOf(printed.replace('−', '-')));
        }
        if (printed != null && MONEY.matcher(printed).matches()) {
            return Cell.money(new BigDecimal(printed.replace('−', '-')));
        }
        return Cell.text(printed);
    }

    private static Sheet sheet(Trend trend) {
        var rows = trend.points().stream()
                .map(point -> List.of(
                        Cell.day(point.weekEndsOn()),
                        Cell.count(point.added()),
                        Cell.count(point.closing()),
                        Cell.money(point.netLoss())))
                .toList();
        return Sheet.printed("走势", trend.caption(), trendColumns(), rows, null);
    }

    static List<String> trendColumns() {
        return List.of("报告周止", "本期新增登记（人）", "本期累计登记（人）", "本期累计净损失（元）");
    }
}
