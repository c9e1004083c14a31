package io.redress.tally;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.Shown;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/**
 * A closed reporting week (报告周). A row exists only once the week is closed; weeks are closed in order and stay closed.
 */
@Entity
@Immutable
public class ReportingWeek extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public LocalDate startsOn;

    public LocalDate endsOn;

    /** Entries recorded before this moment, and not claimed by an earlier week, belong to the week. */
    public Instant cutOffAt;

    public Instant closedAt;

    @Shown
    public String closedBy;

    /** The week whose figures this week shares because it had no entries; null for a week with figures of its own. */
    public UUID figuresOf;

    public static ReportingWeek closed(
            LocalDate startsOn, LocalDate endsOn, Instant cutOffAt, String closedBy, Instant now) {
        var week = new ReportingWeek();
        week.startsOn = startsOn;
        week.endsOn = endsOn;
        week.cutOffAt = cutOffAt;
        week.closedAt = now;
        week.closedBy = closedBy;
        return week;
    }

    /** For a week without entries: it shares the figures of the week before. */
    public void borrowFiguresOf(ReportingWeek previous) {
        figuresOf = previous.storedFigures();
    }

    public static Optional<ReportingWeek> endingOn(LocalDate endsOn) {
        return find("endsOn", endsOn).firstResultOptional();
    }

    public static Optional<ReportingWeek> ofId(UUID id) {
        return findByIdOptional(id);
    }

    /** The latest week closed before this one. */
    public Optional<ReportingWeek> previous() {
        return find("endsOn < ?1 order by endsOn desc", endsOn).firstResultOptional();
    }

    /** The week under which this week's closing figures are stored. */
    public UUID storedFigures() {
        return figuresOf == null ? id : figuresOf;
    }

    public static Optional<ReportingWeek> latest() {
        return find("order by endsOn desc").firstResultOptional();
    }

    public static List<ReportingWeek> before(LocalDate endsOn, int limit) {
        return find("endsOn < ?1 order by endsOn desc", endsOn == null ? LocalDate.of(9999, 1, 1) : endsOn)
                .page(0, limit)
                .list();
    }
}
