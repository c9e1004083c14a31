package io.redress.bulletin;

import io.redress.area.AreaScope;
import io.redress.bulletin.BulletinContent.Trend;
import io.redress.disclosure.DisclosureBrief;
import io.redress.disclosure.Disclosures;
import io.redress.platform.Platform;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigures;
import io.redress.tally.WeekTrend;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads closed weeks for bulletins: a few statements each, whatever the history behind the week. */
@ApplicationScoped
class Readings {

    private static final int WEEKS_OF_TREND = 12;

    private final WeekFigures figures;
    private final WeekTrend trend;
    private final Disclosures disclosures;

    Readings(WeekFigures figures, WeekTrend trend, Disclosures disclosures) {
        this.figures = figures;
        this.trend = trend;
        this.disclosures = disclosures;
    }

    Reading of(Platform platform, ReportingWeek week) {
        var before = week.previous();
        var all = figures(platform.id, week);
        return new Reading(
                platform,
                week,
                all,
                Figures.of(all),
                before.map(previous -> Figures.of(figures(platform.id, previous)))
                        .orElse(null),
                figures.byTown(week.id, AreaScope.EVERYWHERE, platform.id),
                disclosures(platform, week));
    }

    DigestReading digest(ReportingWeek week) {
        var all = figures(null, week);
        var previous = week.previous();
        var before = previous.map(earlier -> figures(null, earlier));
        var platforms = Platform.all().stream()
                .map(platform -> new Reading(
                        platform,
                        week,
                        of(platform.id, all),
                        Figures.of(of(platform.id, all)),
                        before.map(earlier -> Figures.of(of(platform.id, earlier)))
                                .orElse(null),
                        List.of(),
                        disclosures(platform, week)))
                .filter(reading ->
                        reading.platform().isWatched() || !reading.figures().isEmpty())
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
    List<WeekFigure> figures(UUID platformId, ReportingWeek week) {
        return figures.of(week.id, AreaScope.EVERYWHERE, platformId);
    }

    Trend trend(UUID platformId, ReportingWeek week) {
        var points = trend.upTo(week.endsOn, platformId, WEEKS_OF_TREND).stream()
                .map(point -> new Trend.Point(point.weekEndsOn(), point.added(), point.closing(), point.netLoss()))
                .toList();
        return new Trend("近" + points.size() + "周登记人数与净损失", points);
    }

    private List<DisclosureBrief> disclosures(Platform platform, ReportingWeek week) {
        var from = week.previous().map(previous -> previous.cutOffAt).orElse(week.cutOffAt.minus(Duration.ofDays(7)));
        return disclosures.recorded(platform.id, from, week.cutOffAt);
    }

    private static List<WeekFigure> of(UUID platformId, List<WeekFigure> figures) {
        return figures.stream()
                .filter(figure -> Objects.equals(platformId, figure.platformId()))
                .toList();
    }
}
