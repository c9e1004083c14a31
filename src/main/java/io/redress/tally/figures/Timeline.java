package io.redress.tally.figures;

import io.redress.tally.ReportingCalendar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The closed weeks around a range of days, used to locate moments in the tally.
 *
 * <p>An entry counts from the moment it was recorded, but never before the week that claimed it began, nor after that
 * week ended: the next week claims an entry that was committed only after a closing. All entries of a week so count
 * between the previous cut-off and its own, and unclaimed entries count after the last cut-off.
 */
public final class Timeline {

    /**
     * The last week that ended before the range, those that ended in it or soon after, and one more. A cut-off lies
     * within its week, so entries of a day are claimed by its week or the next one, or by the first week of all.
     */
    public static final String WEEKS = """
            select id, starts_on, ends_on, cut_off_at from (
                (select * from reporting_week where ends_on < ? order by ends_on desc limit 1)
                union all
                (select * from reporting_week where ends_on >= ? and ends_on <= ?)
                union all
                (select * from reporting_week where ends_on > ? order by ends_on limit 1)
            ) week order by ends_on
            """;

    static final String CLOSED_UNTIL = "select cut_off_at from reporting_week order by ends_on desc limit 1";

    record Week(UUID id, LocalDate startsOn, LocalDate endsOn, Instant cutOffAt) {}

    /**
     * A moment in the tally: after the given number of weeks, plus those entries of the next week (or the unclaimed
     * ones) that were recorded before {@code until}.
     *
     * @param until null right after the weeks
     */
    record Mark(int weeks, Instant until) {}

    private static final int DAYS_AFTER = 14;

    private final List<Week> weeks;
    private final Instant closedUntil;

    private Timeline(List<Week> weeks, Instant closedUntil) {
        this.weeks = weeks;
        this.closedUntil = closedUntil;
    }

    public static Timeline about(LocalDate from, LocalDate to, Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(WEEKS);
                var latest = connection.prepareStatement(CLOSED_UNTIL);
                var latestRow = latest.executeQuery()) {
            bind(select, from, to);
            var weeks = new ArrayList<Week>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    weeks.add(new Week(
                            row.getObject(1, UUID.class),
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getTimestamp(4).toInstant()));
                }
            }
            return new Timeline(
                    weeks, latestRow.next() ? latestRow.getTimestamp(1).toInstant() : null);
        }
    }

    public static void bind(PreparedStatement select, LocalDate from, LocalDate to) throws SQLException {
        select.setObject(1, from);
        select.setObject(2, from);
        select.setObject(3, to.plusDays(DAYS_AFTER));
        select.setObject(4, to.plusDays(DAYS_AFTER));
    }

    /** The cut-off of the last closed week, after which figures may still change; null when no week is closed. */
    Instant closedUntil() {
        return closedUntil;
    }

    int size() {
        return weeks.size();
    }

    Week week(int index) {
        return weeks.get(index);
    }

    /** The week that claimed the entries after a mark; null while none has. */
    UUID claiming(int index) {
        return index < weeks.size() ? weeks.get(index).id() : null;
    }

    /** A moment of the calendar. */
    Mark at(Instant moment) {
        var before = 0;
        while (before < weeks.size() && !weeks.get(before).cutOffAt().isAfter(moment)) {
            before++;
        }
        var isCutOff = before > 0 && weeks.get(before - 1).cutOffAt().equals(moment);
        return new Mark(before, isCutOff ? null : moment);
    }

    /** The end of a reporting week: its closing, or its planned cut-off while it is open. */
    Mark endOfWeek(LocalDate endsOn, ReportingCalendar calendar) {
        for (var i = 0; i < weeks.size(); i++) {
            if (weeks.get(i).endsOn().equals(endsOn)) {
                return new Mark(i + 1, null);
            }
        }
        var isBeforeTheFirst = !weeks.isEmpty() && endsOn.isBefore(weeks.get(0).endsOn());
        return isBeforeTheFirst ? new Mark(0, null) : at(calendar.cutOff(endsOn));
    }
}
