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
import io.redress.report.Figures;
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
                        "各镇街" + REGISTERED.zhOnOnePlatform() + "（人）",
                        week.byTown(List.of(REGISTERED)),
                        week.figures().count(REGISTERED),
                        ""));
    }

    private static ReportTable registrations(PlatformWeek week) {
        var figures = week.figures();
        var rows = List.of(
                people(REGISTERED, figures),
                people(AFFECTED, figures),
                money(PRINCIPAL, figures),
                money(REPAID, figures),
                money(AFFECTED, figures),
                people(WITHOUT_LOSS, figures),
                people(SUSPECTED_HELPERS, figures),
                people(VERIFIED, figures),
                people(ADJUDICATED, figures),
                people(EVIDENCE_COMPLETE, figures),
                people(POLICE_REPORTED, figures));
        return ReportTable.of(10, "投资人登记统计", "项目", rows, "投入本金、返还及净损失只计受损人员，取申报、核实、司法认定中已确认程度最高的一栏。");
    }

    private static List<String> people(Measure measure, Figures figures) {
        return row(measure.zhOnOnePlatform() + "（人）", figures.count(measure));
    }

    private static List<String> money(Measure measure, Figures figures) {
        return row(measure.amountLabel().zh() + "（元）", figures.amount(measure));
    }

    static List<ReportTable> of(DigestWeek week) {
        return List.of(
                people(10, week, REGISTERED, PERSONS_REGISTERED),
                people(20, week, AFFECTED, PERSONS_AFFECTED),
                money(30, week, PRINCIPAL),
                money(40, week, REPAID),
                money(50, week, AFFECTED),
                towns(
                        70,
                        "各镇街" + REGISTERED.zh(),
                        week.byTown(List.of(REGISTERED)),
                        week.sum().count(REGISTERED),
                        "同一投资人在两个以上平台登记的各计一次。"));
    }

    private static ReportTable people(int order, DigestWeek week, Measure perPlatform, Measure overall) {
        var title = "各平台" + overall.zh() + "（人）";
        var sum = week.sum().count(perPlatform);
        var total = week.overall().count(overall);
        return platforms(order, title, week, figures -> figures.count(perPlatform), total, note(sum, total));
    }

    private static ReportTable money(int order, DigestWeek week, Measure measure) {
        var title = "各平台" + measure.amountLabel().zh() + "（元）";
        return platformSums(order, title, week, figures -> figures.amount(measure));
    }

    private static String note(Counts sum, Counts total) {
        return sum.equals(total)
                ? ""
                : "同一投资人在两个以上平台登记的，在各平台各计1人，合计只计1人：本期累计各平台之和为%d人，合计为%d人。".formatted(sum.closing(), total.closing());
    }
}
