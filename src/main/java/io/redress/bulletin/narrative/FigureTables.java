package io.redress.bulletin.narrative;

import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of one platform's bulletin, in yuan to the cent: rounded to 万元, 上期累计 + 本期新增 − 本期核减 would not always
 * give 本期累计.
 */
public final class FigureTables {

    private static final List<String> MOVEMENT = List.of("上期累计", "本期新增", "本期核减", "本期累计");

    private FigureTables() {}

    public static List<Table> of(Reading reading) {
        var figures = reading.figures();
        return List.of(
                registrations(figures),
                attention(figures),
                towns("表3 各镇街登记人数（人）", reading.byTown(Measure.REGISTERED), figures.count(Measure.REGISTERED), ""),
                attentionByTown(reading.byTown(), figures),
                disclosures(figures));
    }

    private static Table registrations(Figures figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(row("登记人数（人）", figures.count(Measure.REGISTERED)));
        rows.add(row("受损人数（人）", figures.count(Measure.AFFECTED)));
        rows.add(row("投入本金（元）", figures.amount(Measure.PRINCIPAL)));
        rows.add(row("已返还本金及回报（元）", figures.amount(Measure.REPAID)));
        rows.add(row("净损失（元）", figures.amount(Measure.AFFECTED)));
        rows.add(row("无净损失（人）", figures.count(Measure.WITHOUT_LOSS)));
        rows.add(row("疑似协助人（人）", figures.count(Measure.SUSPECTED_HELPERS)));
        rows.add(row("已核实（人）", figures.count(Measure.VERIFIED)));
        rows.add(row("材料齐备（人）", figures.count(Measure.EVIDENCE_COMPLETE)));
        rows.add(row("已向公安报案（人）", figures.count(Measure.POLICE_REPORTED)));
        return new Table("表1 投资人登记统计", columns("项目"), rows, "投入本金、返还及净损失只计受损人员，取申报、核实、司法认定中已确认程度最高的一栏。");
    }

    private static Table attention(Figures figures) {
        var rows = List.of(
                row("一级（人）", figures.count(Measure.ATTENTION_LEVEL_1)),
                row("二级（人）", figures.count(Measure.ATTENTION_LEVEL_2)),
                row("三级（人）", figures.count(Measure.ATTENTION_LEVEL_3)),
                row("合计（人）", figures.attention()));
        return new Table("表2 重点关注名单", columns("级别"), rows, "新增、核减含级别调整；核减含移出与到期失效。");
    }

    private static Table attentionByTown(List<WeekFigure> byTown, Figures figures) {
        var attended = byTown.stream()
                .filter(figure -> Measure.ATTENTION_LEVELS.contains(figure.measure()))
                .toList();
        return towns("表4 分片联系的重点关注人员（人）", attended, figures.attention(), "");
    }

    private static Table disclosures(Figures figures) {
        return new Table(
                "表5 平台（分支机构）信息披露", columns("项目"), List.of(row("披露次数（次）", figures.count(Measure.DISCLOSURES))), "");
    }

    /** A row for each town and one for all of them. */
    static Table towns(String caption, List<WeekFigure> figures, Counts total, String note) {
        Map<String, Counts> towns = figures.stream()
                .collect(Collectors.toMap(WeekFigure::townCode, WeekFigure::count, Figures::plus, TreeMap::new));
        var rows = new ArrayList<List<String>>();
        towns.forEach((code, counts) -> rows.add(townRow(Phrases.town(code), counts)));
        rows.add(townRow("合计", total));
        return new Table(
                caption, List.of("镇（街道）", "上期累计", "本期新增", "本期核减", "迁入迁出", "本期累计"), rows, "迁入迁出为本期迁入减迁出。" + note);
    }

    private static List<String> townRow(String name, Counts counts) {
        var row = new ArrayList<>(row(name, counts));
        row.add(4, Long.toString(counts.moved()));
        return row;
    }

    static List<String> columns(String first) {
        return Stream.concat(Stream.of(first), MOVEMENT.stream()).toList();
    }

    static List<String> row(String name, Counts counts) {
        return List.of(
                name,
                Long.toString(counts.opening()),
                Long.toString(counts.added()),
                Long.toString(counts.removed()),
                Long.toString(counts.closing()));
    }

    static List<String> row(String name, Sums sums) {
        return List.of(
                name,
                sums.opening().toPlainString(),
                sums.added().toPlainString(),
                sums.removed().toPlainString(),
                sums.closing().toPlainString());
    }
}
