package io.redress.bulletin;

import io.redress.disclosure.DisclosureBrief;
import io.redress.platform.Platform;
import io.redress.tally.Measure;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import java.util.List;

/**
 * A closed week as one platform's bulletin reads it.
 *
 * @param weekFigures the platform's figures of the week, as the closing holds them
 * @param figures the same, by their measures
 * @param before those of the week before; null when there was none
 * @param byTown the same figures split by town
 * @param disclosures recorded during the week
 */
record Reading(
        Platform platform,
        ReportingWeek week,
        List<WeekFigure> weekFigures,
        Figures figures,
        Figures before,
        List<WeekFigure> byTown,
        List<DisclosureBrief> disclosures) {

    List<WeekFigure> byTown(Measure measure) {
        return byTown.stream().filter(figure -> figure.measure() == measure).toList();
    }
}
