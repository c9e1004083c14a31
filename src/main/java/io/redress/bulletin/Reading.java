package io.redress.bulletin;

import io.redress.platform.Platform;
import io.redress.tally.Measure;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A closed week as one platform's bulletin reads it. A measure nothing was counted for reads as zeros, so that a week with
 * nothing new is a report like any other (零报告).
 */
final class Reading {

    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    private static final Sums NOTHING = new Sums(ZERO, ZERO, ZERO, ZERO, ZERO);

    final Platform platform;
    final ReportingWeek week;
    final List<WeekFigure> byTown;
    private final Map<Measure, WeekFigure> figures = new EnumMap<>(Measure.class);

    Reading(Platform platform, ReportingWeek week, List<WeekFigure> figures, List<WeekFigure> byTown) {
        this.platform = platform;
        this.week = week;
        this.byTown = byTown;
        figures.forEach(figure -> this.figures.put(figure.measure(), figure));
    }

    Counts count(Measure measure) {
        var figure = figures.get(measure);
        return figure == null || figure.count() == null ? NONE : figure.count();
    }

    Sums amount(Measure measure) {
        var figure = figures.get(measure);
        return figure == null || figure.amount() == null ? NOTHING : figure.amount();
    }

    /** Several measures of persons who cannot be the same, such as the levels of the attention list. */
    Counts count(Measure... measures) {
        var sum = NONE;
        for (var measure : measures) {
            var one = count(measure);
            sum = new Counts(
                    sum.opening() + one.opening(),
                    sum.added() + one.added(),
                    sum.removed() + one.removed(),
                    sum.moved() + one.moved(),
                    sum.closing() + one.closing());
        }
        return sum;
    }
}
