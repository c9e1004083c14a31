package io.redress.report;

import io.redress.tally.Measure;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A closed week as the digest of all platforms reads it.
 *
 * @param platforms each platform that was watched in the week or has figures in it, by name
 * @param weekFigures the figures of the week, as the closing holds them
 * @param sum all platforms added up: a person on two of them is two
 * @param overall what is counted over all platforms: a person on two of them is one
 * @param overallBefore that of the week before; null when there was none
 * @param byTown all platforms' figures split by town
 */
public record DigestWeek(
        ReportingWeek week,
        List<PlatformWeek> platforms,
        List<WeekFigure> weekFigures,
        Figures sum,
        Figures overall,
        Figures overallBefore,
        List<WeekFigure> byTown) {

    public List<WeekFigure> byTown(Collection<? extends Measure> measures) {
        return Figures.only(measures, byTown);
    }

    /** The platforms of which there is one or more. */
    public Stream<PlatformWeek> with(ToLongFunction<Figures> count) {
        return platforms.stream().filter(each -> count.applyAsLong(each.figures()) > 0);
    }
}
