package io.redress.report;

import io.redress.area.AreaScope;
import io.redress.platform.Platform;
import io.redress.platform.PlatformAsOf;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigures;
import io.redress.tally.WeekTrend;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads closed weeks for bulletins: a few statements each, whatever the history behind the week. */
@ApplicationScoped
public class WeekReader {

    private static final int WEEKS_OF_TREND = 12;

    private final WeekFigures figures;
    private final WeekTrend trend;

    WeekReader(WeekFigures figures, WeekTrend trend) {
        this.figures = figures;
        this.trend = trend;
    }

    public PlatformWeek of(UUID platformId, ReportingWeek week) {
        var before = week.previous();
        var all = figures(platformId, week);
        return new PlatformWeek(
                platform(platformId, week),
                Platform.ofId(platformId).orElseThrow().lossFormula(),
                week,
                all,
                Figures.of(all),
                before.map(previous -> Figures.of(figures(platformId, previous)))
                        .orElse(null),
                figures.byTown(week.id, AreaScope.EVERYWHERE, platformId));
    }

    public static PlatformAsOf platform(UUID platformId, ReportingWeek week) {
        return PlatformAsOf.of(platformId, week.endsOn).orElseThrow();
    }

    public DigestWeek digest(ReportingWeek week) {
        var all = figures(null, week);
        var previous = week.previous();
        var before = previous.map(earlier -> figures(null, earlier));
        var formulas = Platform.lossFormulas();
        var platforms = reported(week, all).stream()
                .map(platform -> new PlatformWeek(
                        platform,
                        formulas.get(platform.platformId),
                        week,
                        of(platform.platformId, all),
                        Figures.of(of(platform.platformId, all)),
                        before.map(earlier -> Figures.of(of(platform.platformId, earlier)))
                                .orElse(null),
                        List.of()))
                .toList();
        return new DigestWeek(
                week,
                platforms,
                all,
                Figures.of(all.stream()
                        .filter(figure -> figure.platformId() != null)
                        .toList()),
                Figures.of(of(null, all)),
                before.map(earlier -> Figures.of(of(null, earlier))).orElse(null),
                figures.byTown(week.id, AreaScope.EVERYWHERE, null));
    }

    /** The figures of the week as they stand in the closing; of a platform, or for null of all of them. */
    public List<WeekFigure> figures(UUID platformId, ReportingWeek week) {
        return figures.of(week.id, AreaScope.EVERYWHERE, platformId);
    }

    /** The last weeks up to this one, oldest first. */
    public List<WeekTrend.Point> trend(UUID platformId, ReportingWeek week, TrendMeasures measures) {
        var people = platformId == null ? measures.peopleOverall() : measures.people();
        return trend.upTo(week.endsOn, platformId, people, measures.money(), WEEKS_OF_TREND);
    }

    /** The platforms that were watched in the week or have figures in it, by name. */
    private static List<PlatformAsOf> reported(ReportingWeek week, List<WeekFigure> all) {
        var counted = all.stream()
                .map(WeekFigure::platformId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var watched = PlatformAsOf.allIn(week.endsOn).stream()
                .filter(platform -> platform.isWatchedOn(week.endsOn) && !counted.contains(platform.platformId));
        return Stream.concat(watched, counted.stream().map(platformId -> platform(platformId, week)))
                .sorted(Comparator.comparing(platform -> platform.name))
                .toList();
    }

    private static List<WeekFigure> of(UUID platformId, List<WeekFigure> figures) {
        return figures.stream()
                .filter(figure -> Objects.equals(platformId, figure.platformId()))
                .toList();
    }
}
