package io.redress.tally.figures;

import io.redress.tally.ReportingCalendar;
import io.redress.tally.figures.RangeQuery.Period;
import io.redress.tally.figures.Timeline.Mark;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The periods of a range, split at the closed weeks. A week that lies wholly in a period is read from its closing.
 * Entries are read only for weeks that a period boundary cuts and for open weeks. Period 0 is the time before the
 * range.
 */
public final class Slices {

    private record Slice(int period, UUID weekId, Instant since, Instant until) {}

    private record Whole(int period, UUID weekId) {}

    private final UUID standing;
    private final List<Whole> wholes = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();

    private Slices(UUID standing) {
        this.standing = standing;
    }

    public static Slices of(List<Period> periods, Grouping by, Timeline timeline, ReportingCalendar calendar) {
        var first = periods.get(0).startsOn();
        var mark = by == Grouping.WEEK
                ? timeline.endOfWeek(first.minusDays(1), calendar)
                : timeline.at(ReportingCalendar.begin(first));
        var slices = new Slices(mark.weeks() == 0 ? null : timeline.claiming(mark.weeks() - 1));
        slices.add(0, timeline, new Mark(mark.weeks(), null), mark);
        for (var i = 0; i < periods.size(); i++) {
            var end = periods.get(i).endsOn();
            var next =
                    by == Grouping.WEEK ? timeline.endOfWeek(end, calendar) : timeline.at(ReportingCalendar.end(end));
            slices.add(i + 1, timeline, mark, next);
            mark = next;
        }
        return slices;
    }

    private void add(int period, Timeline timeline, Mark from, Mark to) {
        var week = from.weeks();
        if (from.until() != null && week < to.weeks()) {
            slices.add(new Slice(period, timeline.claiming(week), from.until(), null));
            week++;
        }
        for (; week < to.weeks(); week++) {
            wholes.add(new Whole(period, timeline.claiming(week)));
        }
        if (to.until() != null) {
            var since = from.weeks() == to.weeks() ? from.until() : null;
            slices.add(new Slice(period, timeline.claiming(week), since, to.until()));
        }
    }

    /**
     * Binds the parameters of {@link RangeFigures#MOVEMENTS}.
     *
     * @return the next parameter
     */
    int bind(PreparedStatement select, int first) throws SQLException {
        var connection = select.getConnection();
        var next = first;
        var wholeWeeks = array(connection, "uuid", wholes.stream().map(Whole::weekId));
        var sliceWeeks = array(connection, "uuid", slices.stream().map(Slice::weekId));
        select.setObject(next++, standing);
        select.setArray(next++, array(connection, "int4", wholes.stream().map(Whole::period)));
        select.setArray(next++, wholeWeeks);
        select.setArray(next++, array(connection, "int4", slices.stream().map(Slice::period)));
        select.setArray(next++, sliceWeeks);
        select.setArray(
                next++, array(connection, "timestamptz", slices.stream().map(s -> text(s.since(), "-infinity"))));
        select.setArray(
                next++, array(connection, "timestamptz", slices.stream().map(s -> text(s.until(), "infinity"))));
        select.setArray(next++, sliceWeeks);
        select.setArray(next++, wholeWeeks);
        return next;
    }

    private static String text(Instant moment, String otherwise) {
        return moment == null ? otherwise : moment.toString();
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
