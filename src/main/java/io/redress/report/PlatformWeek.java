package io.redress.report;

import io.redress.platform.LossFormula;
import io.redress.platform.PlatformAsOf;
import io.redress.tally.Measure;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import java.util.Collection;
import java.util.List;

/**
 * A closed week as one platform's bulletin reads it: all of it as of the cut-off, so that it reads alike ever after.
 *
 * @param platform as it stood
 * @param lossFormula by which the figures are reckoned; it is fixed since the first of them
 * @param weekFigures the platform's figures of the week, as the closing holds them
 * @param figures the same, by their measures
 * @param before those of the week before; null when there was none
 * @param byTown the same figures split by town; empty in a digest, which has them for all platforms together
 */
public record PlatformWeek(
        PlatformAsOf platform,
        LossFormula lossFormula,
        ReportingWeek week,
        List<WeekFigure> weekFigures,
        Figures figures,
        Figures before,
        List<WeekFigure> byTown) {

    public List<WeekFigure> byTown(Collection<? extends Measure> measures) {
        return Figures.only(measures, byTown);
    }
}
