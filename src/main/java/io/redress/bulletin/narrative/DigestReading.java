package io.redress.bulletin.narrative;

import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import java.util.List;

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
public record DigestReading(
        ReportingWeek week,
        List<Reading> platforms,
        List<WeekFigure> weekFigures,
        Figures sum,
        Figures overall,
        Figures overallBefore,
        List<WeekFigure> byTown) {}
