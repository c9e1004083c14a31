package io.redress.bulletin;

import io.redress.bulletin.delivery.Deliveries;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinContents;
import io.redress.bulletin.model.BulletinKind;
import io.redress.bulletin.model.BulletinStatus;
import io.redress.common.problem.Problem;
import io.redress.common.query.Conditions;
import io.redress.report.WeekReader;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class BulletinViews {

    private final WeekReader weeks;
    private final Deliveries deliveries;

    BulletinViews(WeekReader weeks, Deliveries deliveries) {
        this.weeks = weeks;
        this.deliveries = deliveries;
    }

    /**
     * The filter of a list; null fields do not restrict it.
     *
     * @param belowDay the last day of the previous page
     * @param belowId the last id of the previous page
     */
    record Filter(
            UUID platformId,
            BulletinKind kind,
            BulletinStatus status,
            LocalDate weekEndsOn,
            LocalDate belowDay,
            UUID belowId) {}

    @Transactional
    BulletinView read(UUID id) {
        return of(Bulletin.ofId(id).orElseThrow(Problem::notFound));
    }

    /** Latest week first, after the position in the filter. */
    @Transactional
    List<BulletinRow> list(Filter filter, int limit) {
        var conditions = new Conditions()
                .and("platformId = :platform", "platform", filter.platformId())
                .and("status = :status", "status", filter.status())
                .and("weekEndsOn = :week", "week", filter.weekEndsOn())
                .and("weekEndsOn <= :day", "day", filter.belowDay())
                .and("(weekEndsOn < :day or id < :id)", "id", filter.belowId());
        if (filter.kind() != null) {
            conditions.and("platformId is " + (filter.kind() == BulletinKind.DIGEST ? "null" : "not null"));
        }
        return Bulletin.<Bulletin>find(
                        conditions.text() + " order by weekEndsOn desc, id desc", conditions.parameters())
                .page(0, limit)
                .stream()
                .map(BulletinRow::of)
                .toList();
    }

    BulletinView of(Bulletin bulletin) {
        return of(
                bulletin,
                weeks.figures(
                        bulletin.platformId, ReportingWeek.ofId(bulletin.weekId).orElseThrow()));
    }

    /** @param figures of its week, when the caller has already read them */
    BulletinView of(Bulletin bulletin, List<WeekFigure> figures) {
        var week = ReportingWeek.ofId(bulletin.weekId).orElseThrow();
        return new BulletinView(
                bulletin.id,
                bulletin.kind(),
                bulletin.platformId,
                week.startsOn,
                week.endsOn,
                week.cutOffAt,
                bulletin.status,
                bulletin.title,
                bulletin.sections.stream().map(SectionView::of).toList(),
                MissingCharacters.of(bulletin, BulletinContents.seriesTitle(bulletin.platformId, week)),
                figures,
                bulletin.steps.stream().map(BulletinView.StepView::of).toList(),
                bulletin.year,
                bulletin.number,
                bulletin.issuedOn,
                bulletin.digest,
                bulletin.correctsId,
                bulletin.correctedBy().map(correction -> correction.id).orElse(null),
                deliveries.of(bulletin.id),
                bulletin.version);
    }
}
