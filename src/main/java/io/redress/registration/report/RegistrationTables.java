package io.redress.registration.report;

import static io.redress.registration.report.RegistrationMeasure.ADJUDICATED;
import static io.redress.registration.report.RegistrationMeasure.AFFECTED;
import static io.redress.registration.report.RegistrationMeasure.EVIDENCE_COMPLETE;
import static io.redress.registration.report.RegistrationMeasure.PERSONS_AFFECTED;
import static io.redress.registration.report.RegistrationMeasure.PERSONS_REGISTERED;
import static io.redress.registration.report.RegistrationMeasure.POLICE_REPORTED;
import static io.redress.registration.report.RegistrationMeasure.PRINCIPAL;
import static io.redress.registration.report.RegistrationMeasure.REGISTERED;
import static io.redress.registration.report.RegistrationMeasure.REPAID;
import static io.redress.registration.report.RegistrationMeasure.SUSPECTED_HELPERS;
import static io.redress.registration.report.RegistrationMeasure.VERIFIED;
import static io.redress.registration.report.RegistrationMeasure.WITHOUT_LOSS;
import static io.redress.report.ReportTable.platformSums;
import static io.redress.report.ReportTable.platforms;
import static io.redress.report.ReportTable.row;
import static io.redress.report.ReportTable.towns;

import io.redress.report.DigestWeek;
import io.redress.report.PlatformWeek;
import io.redress.report.ReportTable;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure.Counts;
import java.util.List;

/** Tables of registrations. A person on two platforms is one in each platform's row and one in the total. */
final class RegistrationTables {

    private RegistrationTables() {}

    static List<ReportTable> of(PlatformWeek week) {
        return List.of(
                registrations(week),
                towns(
                        30,
                        "各镇街登记人数（人）",
                        week.byTown(List.of(REGISTERED)),
                        week.figures().count(REGISTERED),
                        ""));
    }

    private static ReportTable registrations(PlatformWeek week) {
        var figures = week.figures();
        var rows = List.of(
                row("登记人数（人）", figures.count(REGISTERED)),
                row("受损人数（人）", figures.count(AFFECTED)),
                row("投入本金（元）", figures.amount(PRINCIPAL)),
                row("已返还本金及回报（元）", figures.amount(REPAID)),
                row("净损失（元）", figures.amount(AFFECTED)),
                row("无净损失（人）", figures.count(WITHOUT_LOSS)),
                row("疑似协助人（人）", figures.count(SUSPECTED_HELPERS)),
                row("已核实（人）", figures.count(VERIFIED)),
                row("司法认定（人）", figures.count(ADJUDICATED)),
                row("材料齐备（人）", figures.count(EVIDENCE_COMPLETE)),
                row("已向公安报案（人）", figures.count(POLICE_REPORTED)));
        return ReportTable.of(10, "投资人登记统计", "项目", rows, "投入本金、返还及净损失只计受损人员，取申报、核实、司法认定中已确认程度最高的一栏。");
    }

    static List<ReportTable> of(DigestWeek week) {
        return List.of(
                people(10, "各平台登记人数（人）", week, REGISTERED, PERSONS_REGISTERED),
                people(20, "各平台受损人数（人）", week, AFFECTED, PERSONS_AFFECTED),
                platformSums(30, "各平台受损人员投入本金（元）", week, figures -> figures.amount(PRINCIPAL)),
                platformSums(40, "各平台已返还本金及回报（元）", week, figures -> figures.amount(REPAID)),
                platformSums(50, "各平台净损失（元）", week, figures -> figures.amount(AFFECTED)),
                towns(
                        70,
                        "各镇街登记（人次）",
                        week.byTown(List.of(REGISTERED)),
                        week.sum().count(REGISTERED),
                        "同一投资人在两个以上平台登记的各计一次。"));
    }

    private static ReportTable people(int order, String title, DigestWeek week, Measure perPlatform, Measure overall) {
        var sum = week.sum().count(perPlatform);
        var total = week.overall().count(overall);
        return platforms(order, title, week, figures -> figures.count(perPlatform), total, note(sum, total));
    }

    private static String note(Counts sum, Counts total) {
        return sum.equals(total)
                ? ""
                : "同一投资人在两个以上平台登记的，在各平台各计1人，合计只计1人：本期累计各平台之和为%d人，合计为%d人。".formatted(sum.closing(), total.closing());
    }
}
