package io.redress.report;

import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of figures, in yuan to the cent: rounded to 万元, 上期累计 + 本期新增 − 本期核减 would not always give 本期累计.
 *
 * @param order among the tables of all features; the least first
 * @param title without 表 and its number
 * @param rows cells as printed, each row as long as {@code columns}
 * @param note printed below; empty for none
 */
public record ReportTable(int order, String title, List<String> columns, List<List<String>> rows, String note) {

    private static final List<String> MOVEMENT = List.of("上期累计", "本期新增", "本期核减", "本期累计");
    private static final List<String> TOWNS = List.of("镇（街道）", "上期累计", "本期新增", "本期核减", "迁入迁出", "本期累计");

    /** @param first heading of the column of labels */
    public static ReportTable of(int order, String title, String first, List<List<String>> rows, String note) {
        return new ReportTable(
                order, title, Stream.concat(Stream.of(first), MOVEMENT.stream()).toList(), rows, note);
    }

    /** A row for each town and one for all of them. */
    public static ReportTable towns(int order, String title, List<WeekFigure> figures, Counts total, String note) {
        Map<String, Counts> towns = figures.stream()
                .collect(Collectors.toMap(WeekFigure::townCode, WeekFigure::count, Figures::plus, TreeMap::new));
        var rows = new ArrayList<List<String>>();
        towns.forEach((code, counts) -> rows.add(townRow(Phrases.town(code), counts)));
        rows.add(townRow("合计", total));
        return new ReportTable(order, title, TOWNS, rows, "迁入迁出为本期迁入减迁出。" + note);
    }

    private static List<String> townRow(String name, Counts counts) {
        var row = new ArrayList<>(row(name, counts));
        row.add(4, Long.toString(counts.moved()));
        return row;
    }

    /** A row of numbers for each platform and one for all; see the note where a column does not add up. */
    public static ReportTable platforms(
            int order, String title, DigestWeek week, Function<Figures, Counts> counts, Counts total, String note) {
        return platforms(
                order, title, week, (name, figures) -> row(name, counts.apply(figures)), row("合计", total), note);
    }

    /** A row of amounts for each platform and one for all. */
    public static ReportTable platformSums(int order, String title, DigestWeek week, Function<Figures, Sums> sums) {
        return platforms(
                order,
                title,
                week,
                (name, figures) -> row(name, sums.apply(figures)),
                row("合计", sums.apply(week.sum())),
                "");
    }

    private interface Row {
        List<String> of(String name, Figures figures);
    }

    private static ReportTable platforms(
            int order, String title, DigestWeek week, Row row, List<String> total, String note) {
        var rows = Stream.concat(
                        week.platforms().stream().map(each -> row.of(each.platform().name, each.figures())),
                        Stream.of(total))
                .toList();
        return of(order, title, "平台", rows, note);
    }

    public static List<String> row(String name, Counts counts) {
        return List.of(
                name,
                Long.toString(counts.opening()),
                Long.toString(counts.added()),
                Long.toString(counts.removed()),
                Long.toString(counts.closing()));
    }

    public static List<String> row(String name, Sums sums) {
        return List.of(
                name,
                sums.opening().toPlainString(),
                sums.added().toPlainString(),
                sums.removed().toPlainString(),
                sums.closing().toPlainString());
    }
}
