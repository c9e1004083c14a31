package io.redress.bulletin.narrative;

import io.redress.area.AreaScope;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.disclosure.Disclosures;
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
public class Readings {

    private static final int WEEKS_OF_TREND = 12;

    private final WeekFigures figures;
    private final WeekTrend trend;
    private final Disclosures disclosures;

    Readings(WeekFigures figures, WeekTrend trend, Disclosures disclosures) {
        this.figures = figures;
        this.trend = trend;
        this.disclosures = disclosures;
    }

    public Reading of(UUID platformId, ReportingWeek week) {
        var before = week.previous();
        var all = figures(platformId, week);
        return new Reading(
                platform(platformId, week),
                Platform.ofId(platformId).orElseThrow().lossFormula(),
                week,
                all,
                Figures.of(all),
                before.map(previous -> Figures.of(figures(platformId, previous)))
                        .orElse(null),
                figures.byTown(week.id, AreaScope.EVERYWHERE, platformId),
                disclosures.of(platformId, week.id));
    }

    public static PlatformAsOf platform(UUID platformId, ReportingWeek week) {
        return PlatformAsOf.of(platformId, week.endsOn).orElseThrow();
    }

    public DigestReading digest(ReportingWeek week) {
        var all = figures(null, week);
        var previous = week.previous();
        var before = previous.map(earlier -> figures(null, earlier));
        var formulas = Platform.lossFormulas();
        var platforms = reported(week, all).stream()
                .map(platform -> new Reading(
                        platform,
                        formulas.get(platform.platformId),
                        week,
                        of(platform.platformId, all),
                        Figures.of(of(platform.platformId, all)),
                        before.map(earlier -> Figures.of(of(platform.platformId, earlier)))
                                .orElse(null),
                        List.of(),
                        disclosures.of(platform.platformId, week.id)))
                .toList();
        return new DigestReading(
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

    public Trend trend(UUID platformId, ReportingWeek week) {
        var points = trend.upTo(week.endsOn, platformId, WEEKS_OF_TREND).stream()
                .map(point -> new Trend.Point(point.weekEndsOn(), point.added(), point.closing(), point.netLoss()))
                .toList();
        return new Trend("近" + points.size() + "周登记人数与净损失", points);
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
