package io.redress.tally.figures;

import io.redress.area.Area;
import io.redress.common.sheet.Cell;
import io.redress.common.sheet.Sheet;
import io.redress.common.sheet.Xlsx;
import io.redress.common.time.Clocks;
import io.redress.common.words.Label;
import io.redress.platform.Platform;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures of any range of days as an XLSX workbook: the sheet 指标 to filter and calculate with, 说明 to explain it. */
public final class FigureWorkbook {

    private static final List<String> MOVEMENT = List.of("期初", "新增", "核减", "迁移", "期末");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final RangeFiguresView view;
    private final RangeQuery query;
    private final Map<UUID, String> platforms =
            Platform.all().stream().collect(Collectors.toMap(platform -> platform.id, platform -> platform.name));
    private final Map<String, String> towns;

    private FigureWorkbook(RangeFiguresView view, RangeQuery query) {
        this.view = view;
        this.query = query;
        this.towns = query.byTown()
                ? Area.namesOf(view.items().stream().map(RangeFigure::townCode).collect(Collectors.toSet()))
                : Map.of();
    }

    static byte[] of(RangeFiguresView view, RangeQuery query, Instant now) {
        var workbook = new FigureWorkbook(view, query);
        return Xlsx.of("指标 " + view.from() + "至" + view.to(), now, List.of(workbook.figures(), workbook.legend(now)));
    }

    private Sheet figures() {
        var columns = new ArrayList<>(List.of("首日", "末日"));
        if (query.byPlatform()) {
            columns.addAll(List.of("平台", "平台标识"));
        }
        if (query.byTown()) {
            columns.addAll(List.of("镇（街道）", "镇街代码"));
        }
        columns.addAll(List.of("指标", "指标代码"));
        MOVEMENT.forEach(part -> columns.add(part + "（数量）"));
        MOVEMENT.forEach(part -> columns.add(part + "（元）"));
        return Sheet.data("指标", columns, view.items().stream().map(this::row).toList());
    }

    private List<Cell> row(RangeFigure figure) {
        var row = new ArrayList<>(List.of(Cell.day(figure.startsOn()), Cell.day(figure.endsOn())));
        if (query.byPlatform()) {
            row.add(Cell.text(figure.platformId() == null ? "（不分平台）" : platforms.get(figure.platformId())));
            row.add(Cell.text(
                    figure.platformId() == null ? null : figure.platformId().toString()));
        }
        if (query.byTown()) {
            row.add(Cell.text(towns.getOrDefault(figure.townCode(), figure.townCode())));
            row.add(Cell.text(figure.townCode()));
        }
        row.add(Cell.text(name(figure.measure())));
        row.add(Cell.text(figure.measure().name()));
        row.addAll(counts(figure.count()));
        row.addAll(sums(figure.amount()));
        return row;
    }

    /** Of the count, and of the amount where it has another name. */
    private static String name(Measure measure) {
        return Stream.of(measure.label(), measure.amountLabel())
                .map(Label::zh)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static List<Cell> counts(Counts counts) {
        return cells(
                counts,
                Cell::count,
                List.of(Counts::opening, Counts::added, Counts::removed, Counts::moved, Counts::closing));
    }

    private static List<Cell> sums(Sums sums) {
        return cells(sums, Cell::money, List.of(Sums::opening, Sums::added, Sums::removed, Sums::moved, Sums::closing));
    }

    private static <P, V> List<Cell> cells(P parts, Function<V, Cell> cell, List<Function<P, V>> each) {
        return each.stream()
                .map(part -> parts == null ? Cell.BLANK : cell.apply(part.apply(parts)))
                .toList();
    }

    private Sheet legend(Instant now) {
        var area = query.areaCode() == null
                ? null
                : Area.ofCode(query.areaCode()).map(found -> found.name).orElse(null);
        var rows = Stream.of(
                        row("时段", view.from() + " 至 " + view.to()),
                        row("平台", query.platformId() == null ? "全部" : platforms.get(query.platformId())),
                        row("区划", area == null ? "责任范围内全部" : area),
                        row(
                                "已周结至",
                                Optional.ofNullable(view.closedUntil())
                                        .map(FigureWorkbook::text)
                                        .orElse("尚未周结")),
                        row("制表时刻", text(now)),
                        row("关系", "期初＋新增－核减＋迁移＝期末；上一期的期末即下一期的期初。"),
                        row("重复登记", "人次：一人在两个平台登记的，计两人次；人数：计一人。"))
                .toList();
        return Sheet.printed("说明", "任意时段指标说明", List.of("项目", "内容"), rows, "“已周结至”之后的指标尚未周结，仍会变动。时刻为北京时间。");
    }

    private static List<Cell> row(String label, String text) {
        return List.of(Cell.text(label), Cell.text(text));
    }

    private static String text(Instant moment) {
        return moment.atZone(Clocks.BUREAU).format(MOMENT);
    }
}
