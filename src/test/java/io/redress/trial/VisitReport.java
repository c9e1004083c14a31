package io.redress.trial;

import static io.redress.trial.VisitMeasure.VISITS;

import io.redress.report.DigestWeek;
import io.redress.report.Figures;
import io.redress.report.Passage;
import io.redress.report.PlatformWeek;
import io.redress.report.ReportPart;
import io.redress.report.ReportTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Empty without visits, and in digests, so that the bulletins of other tests stay the same. */
@ApplicationScoped
class VisitReport implements ReportPart {

    @Override
    public List<VisitMeasure> measures() {
        return List.of(VisitMeasure.values());
    }

    @Override
    public List<Passage> passages(PlatformWeek week) {
        return passages(week.figures());
    }

    @Override
    public List<Passage> passages(DigestWeek week) {
        return List.of();
    }

    private static List<Passage> passages(Figures figures) {
        var visits = figures.count(VISITS);
        return visits.closing() == 0
                ? List.of()
                : List.of(Passage.work(
                        55, "WORK_VISITS", "来访接待", "本周来访" + visits.added() + "人次，累计" + visits.closing() + "人次。"));
    }

    @Override
    public List<ReportTable> tables(PlatformWeek week) {
        var visits = week.figures().count(VISITS);
        return visits.closing() == 0
                ? List.of()
                : List.of(ReportTable.of(
                        60, "来访接待", "项目", List.of(ReportTable.row(VisitMeasure.VISITS.zh(), visits)), ""));
    }

    @Override
    public List<ReportTable> tables(DigestWeek week) {
        return List.of();
    }
}
