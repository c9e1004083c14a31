package io.redress.registration.report;

import static io.redress.registration.report.RegistrationMeasure.AFFECTED;
import static io.redress.registration.report.RegistrationMeasure.PERSONS_REGISTERED;
import static io.redress.registration.report.RegistrationMeasure.POLICE_REPORTED;
import static io.redress.registration.report.RegistrationMeasure.REGISTERED;

import io.redress.area.County;
import io.redress.report.DigestWeek;
import io.redress.report.Passage;
import io.redress.report.PlatformWeek;
import io.redress.report.ReportPart;
import io.redress.report.ReportTable;
import io.redress.report.TrendMeasures;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the bulletin says of registrations. */
@ApplicationScoped
class RegistrationReport implements ReportPart {

    private final County county;

    RegistrationReport(County county) {
        this.county = county;
    }

    @Override
    public List<? extends Measure> measures() {
        return List.of(RegistrationMeasure.values());
    }

    @Override
    public List<Passage> passages(PlatformWeek week) {
        var words = new PlatformWords(week, county.ours());
        return passages(
                words.basics(),
                words.registrations(),
                policeReports(week.figures().count(POLICE_REPORTED), "人"),
                words.unfinished());
    }

    @Override
    public List<Passage> passages(DigestWeek week) {
        var words = new DigestWords(week, county.ours());
        return passages(
                words.basics(), words.registrations(), policeReports(week.sum().count(POLICE_REPORTED), "人次"), "");
    }

    private static List<Passage> passages(String basics, String registrations, String policeReports, String risks) {
        return List.of(
                Passage.basics(10, basics),
                Passage.work(10, "WORK_REGISTRATION", "投资人登记", registrations),
                Passage.work(50, "WORK_POLICE", "举报线索和移送公安", policeReports),
                Passage.risks(20, risks));
    }

    /** @param unit 人次 over several platforms, where a person may be counted more than once */
    private static String policeReports(Counts reported, String unit) {
        if (reported.closing() == 0 && reported.added() == 0) {
            return "登记人员中尚无已向公安机关报案的。";
        }
        return (reported.added() == 0 ? "本周无新增向公安机关报案的登记人员" : "本周新增向公安机关报案的登记人员" + reported.added() + unit) + "，累计"
                + reported.closing() + unit + "。";
    }

    @Override
    public List<ReportTable> tables(PlatformWeek week) {
        return RegistrationTables.of(week);
    }

    @Override
    public List<ReportTable> tables(DigestWeek week) {
        return RegistrationTables.of(week);
    }

    @Override
    public Optional<TrendMeasures> trend() {
        return Optional.of(new TrendMeasures(
                PERSONS_REGISTERED.zh() + "与" + AFFECTED.amountLabel().zh(), REGISTERED, PERSONS_REGISTERED, AFFECTED));
    }
}
