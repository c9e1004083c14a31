package io.redress.bulletin.narrative;

import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The tables of the digest: a row for each platform and one for all. A person on two platforms is one in each platform's row
 * and one in the total, so that a column need not add up; where it does not, a note says by how much.
 */
public final class DigestTables {

    private DigestTables() {}

    public static List<Table> of(DigestReading reading) {
        return List.of(
                people("表1 各平台登记人数（人）", reading, Measure.REGISTERED, Measure.PERSONS_REGISTERED),
                people("表2 各平台受损人数（人）", reading, Measure.AFFECTED, Measure.PERSONS_AFFECTED),
                money("表3 各平台受损人员投入本金（元）", reading, Measure.PRINCIPAL),
                money("表4 各平台已返还本金及回报（元）", reading, Measure.REPAID),
                money("表5 各平台净损失（元）", reading, Measure.AFFECTED),
                times("表6 各平台重点关注名单（人次）", reading, Figures::attention, "同时在两个以上平台名单的，在各平台各计一次。"),
                towns(reading),
                times("表8 各平台信息披露（次）", reading, figures -> figures.count(Measure.DISCLOSURES), ""));
    }

    private static Table people(String caption, DigestReading reading, Measure perPlatform, Measure overall) {
        var sum = reading.sum().count(perPlatform);
        var total = reading.overall().count(overall);
        var rows = counts(reading, figures -> figures.count(perPlatform));
        rows.add(FigureTables.row("合计", total));
        return new Table(caption, FigureTables.columns("平台"), rows, note(sum, total));
    }

    private static String note(Counts sum, Counts total) {
        return sum.equals(total)
                ? ""
                : "同一投资人在两个以上平台登记的，在各平台各计1人，合计只计1人：本期累计各平台之和为%d人，合计为%d人。".formatted(sum.closing(), total.closing());
    }

    private static Table money(String caption, DigestReading reading, Measure measure) {
        var rows = new ArrayList<List<String>>();
        Function<Figures, Sums> sums = figures -> figures.amount(measure);
        reading.platforms()
                .forEach(each -> rows.add(FigureTables.row(each.platform().name, sums.apply(each.figures()))));
        rows.add(FigureTables.row("合计", sums.apply(reading.sum())));
        return new Table(caption, FigureTables.columns("平台"), rows, "");
    }

    private static Table times(String caption, DigestReading reading, Function<Figures, Counts> counts, String note) {
        var rows = counts(reading, counts);
        rows.add(FigureTables.row("合计", counts.apply(reading.sum())));
        return new Table(caption, FigureTables.columns("平台"), rows, note);
    }

    private static Table towns(DigestReading reading) {
        var registered = reading.byTown().stream()
                .filter(figure -> figure.measure() == Measure.REGISTERED)
                .toList();
        return FigureTables.towns(
                "表7 各镇街登记（人次）", registered, reading.sum().count(Measure.REGISTERED), "同一投资人在两个以上平台登记的各计一次。");
    }

    private static List<List<String>> counts(DigestReading reading, Function<Figures, Counts> counts) {
        var rows = new ArrayList<List<String>>();
        reading.platforms()
                .forEach(each -> rows.add(FigureTables.row(each.platform().name, counts.apply(each.figures()))));
        return rows;
    }
}
