package io.redress.tally.closing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.database.Sql;
import io.redress.common.problem.Problem;
import io.redress.common.record.SqlWrites;
import io.redress.tally.ReportingWeek;
import io.redress.tally.TallyProblems;
import io.redress.tally.closing.OpenWeeks.OpenWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Closes reporting weeks (周结), in order. Closing one also closes every open week before it, each with the entries
 * recorded up to its own cut-off; so the next closing makes up for one forgotten in the holidays. The cost depends on
 * the entries of the week and the figures carried forward, not on the length of the history.
 */
@ApplicationScoped
@SqlWrites("the reporting week that was closed")
public class Closing {

    public static final String CLAIM = "update tally_entry set week_id = ? where week_id is null and recorded_at < ?";

    /** The platforms' states in a bulletin have the same cut-off as its figures. */
    static final String CLAIM_PLATFORMS =
            "update platform_as_of set week_ends_on = ? where week_ends_on is null and recorded_at < ?";

    /** Adds this week's entries to the last closing; opening(n) equals closing(n−1) because it is copied from there. */
    public static final String CARRY_FORWARD = """
            insert into closing_figure (week_id, platform_id, area_code, measure,
                opening_count, added_count, removed_count, moved_count, closing_count,
                opening_amount, added_amount, removed_amount, moved_amount, closing_amount)
            select ?, platform_id, area_code, measure,
                sum(opening_count), sum(added_count), sum(removed_count), sum(moved_count),
                sum(opening_count) + sum(added_count) - sum(removed_count) + sum(moved_count),
                sum(opening_amount), sum(added_amount), sum(removed_amount), sum(moved_amount),
                sum(opening_amount) + sum(added_amount) - sum(removed_amount) + sum(moved_amount)
            from (
                select platform_id, area_code, measure,
                    closing_count as opening_count, 0 as added_count, 0 as removed_count, 0 as moved_count,
                    closing_amount as opening_amount, 0.00 as added_amount, 0.00 as removed_amount, 0.00 as moved_amount
                from closing_figure where week_id = ?
                union all
                select platform_id, area_code, measure, 0, greatest(count, 0), greatest(-count, 0), 0,
                    0.00, greatest(amount, 0.00), greatest(-amount, 0.00), 0.00
                from tally_entry where week_id = ? and not moved
                union all
                select platform_id, area_code, measure, 0, 0, 0, count, 0.00, 0.00, 0.00, amount
                from tally_entry where week_id = ? and moved
            ) movement
            group by platform_id, area_code, measure
            having bool_or(opening_count <> 0 or opening_amount <> 0 or added_count + removed_count <> 0
                or added_amount + removed_amount <> 0 or moved_count <> 0 or moved_amount <> 0)
            """;

    private static final String HAS_ENTRIES =
            "select exists (select from tally_entry where week_id is null and recorded_at < ?)";

    /** Closing a week of a whole province may take longer than the timeout for requests. */
    private static final String NO_STATEMENT_TIMEOUT =
            "select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)";

    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Closing.class);

    /** Name of the advisory lock that lets only one closing run at a time, over all instances. */
    static final String LOCK = "closing";

    /** The {@code closedBy} of an automatic closing. */
    private static final String ITSELF = "自动周结";

    private final Sql sql;
    private final AdvisoryLocks locks;
    private final OpenWeeks open;
    private final Clock clock;

    Closing(Sql sql, AdvisoryLocks locks, OpenWeeks open, Clock clock) {
        this.sql = sql;
        this.locks = locks;
        this.open = open;
        this.clock = clock;
    }

    /**
     * Closes the week that ends on this day and the open weeks before it, oldest first. Each closes in its own
     * transaction: if the closing of many weeks fails half-way, the closed ones stay closed and the next closing goes
     * on from there.
     *
     * @param request the cut-off, and whether to close before the end of the week
     * @param closedBy the name of the person who closes
     * @throws Problem 409 when another closing runs, or when this week is already closed, has not begun, or is not over
     *     and the request does not ask for an early closing
     */
    public ReportingWeek close(LocalDate endsOn, CloseWeek request, String closedBy) {
        try (var lock = locks.tryLock(LOCK)) {
            if (!lock.isHeld()) {
                throw TallyProblems.closingInProgress(
                        OpenWeeks.latest().map(week -> week.endsOn).orElse(null));
            }
            return closeUpTo(endsOn, request, closedBy);
        }
    }

    /**
     * Closes the latest week past its cut-off and the open weeks before it. Does nothing when nothing was ever counted
     * or another closing runs.
     */
    Optional<ReportingWeek> closeDue() {
        var due = open.latestDue(clock.instant());
        if (!open.isOpen(due)) {
            return Optional.empty();
        }
        try (var lock = locks.tryLock(LOCK)) {
            // Another instance may have closed the week meanwhile.
            return lock.isHeld() && open.isOpen(due)
                    ? Optional.of(closeUpTo(due, CloseWeek.WHEN_OVER, ITSELF))
                    : Optional.empty();
        }
    }

    private ReportingWeek closeUpTo(LocalDate endsOn, CloseWeek request, String closedBy) {
        var now = clock.instant();
        var previous = OpenWeeks.latest().orElse(null);
        var weeks = open.plan(endsOn, request, previous, now);
        var toldAt = System.nanoTime();
        for (var week : weeks) {
            previous = closeOne(week, previous, now, closedBy);
            if (System.nanoTime() - toldAt > TOLD_EVERY.toNanos()) {
                toldAt = System.nanoTime();
                LOG.infof(
                        "closing weeks: %s of %s",
                        previous.endsOn, weeks.get(weeks.size() - 1).endsOn());
            }
        }
        return previous;
    }

    private ReportingWeek closeOne(OpenWeek planned, ReportingWeek previous, Instant now, String closedBy) {
        var week = ReportingWeek.closed(planned.startsOn(), planned.endsOn(), planned.cutOffAt(), closedBy, now);
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> close(week, previous));
        return week;
    }

    /** An entry committed after this query for entries falls into the next week, like any late entry. */
    private void close(ReportingWeek week, ReportingWeek previous) {
        sql.execute(NO_STATEMENT_TIMEOUT);
        sql.update(CLAIM_PLATFORMS, week.endsOn, week.cutOffAt);
        if (previous != null && !hasEntries(week.cutOffAt)) {
            week.borrowFiguresOf(previous);
            week.persist();
            return;
        }
        week.persistAndFlush();
        sql.update(CLAIM, claim -> bindClaim(claim, week.id, week.cutOffAt));
        var figures = previous == null ? new UUID(0, 0) : previous.storedFigures();
        sql.update(CARRY_FORWARD, carryForward -> bindCarryForward(carryForward, week.id, figures));
    }

    private boolean hasEntries(Instant cutOffAt) {
        return sql.first(HAS_ENTRIES, row -> row.getBoolean(1), cutOffAt).orElseThrow();
    }

    public static void bindClaim(PreparedStatement claim, UUID weekId, Instant cutOffAt) throws SQLException {
        claim.setObject(1, weekId);
        claim.setTimestamp(2, Timestamp.from(cutOffAt));
    }

    public static void bindCarryForward(PreparedStatement carryForward, UUID weekId, UUID previousId)
            throws SQLException {
        carryForward.setObject(1, weekId);
        carryForward.setObject(2, previousId);
        carryForward.setObject(3, weekId);
        carryForward.setObject(4, weekId);
    }
}
