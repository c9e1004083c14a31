package io.redress.tally.figures;

import io.redress.tally.ReportingCalendar;
import io.redress.tally.figures.ReconciliationView.TermKind;
import io.redress.tally.figures.Timeline.Mark;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The terms into which its weeks split a year. A week across the year's end counts with its closing, minus the entries
 * outside the year, so that the reconciliation covers every closing of the year.
 */
public final class YearTerms {

    /** Opening, added, removed, moved and closing of each term, by platform and measure. */
    public static final String TERMS = """
            with closed as (
                select * from unnest(?::int[], ?::uuid[], ?::boolean[], ?::boolean[])
                as closed (term, week_id, is_first, is_last)
            ),
            outside as (
                select * from unnest(?::int[], ?::uuid[], ?::boolean[], ?::timestamptz[])
                as outside (term, week_id, is_before, edge)
            ),
            open as (select ?::int as term, ?::uuid as standing, ?::timestamptz as since, ?::timestamptz as until),
            excluded as (
                select term, platform_id, area_code, measure, is_before, case when moved then 0 else count end as came,
                    case when moved then count else 0 end as moved, count, case when moved then 0.00 else amount end as came_amount,
                    case when moved then amount else 0.00 end as moved_amount, amount
                from outside join tally_entry e on e.week_id = outside.week_id
                where e.week_id = any (?::uuid[]) and (recorded_at < edge) = is_before
            ),
            unclaimed as (
                select term, platform_id, area_code, measure, recorded_at < since as is_before,
                    case when recorded_at < since or moved then 0 else count end as came,
                    case when recorded_at >= since and moved then count else 0 end as moved, count,
                    case when recorded_at < since or moved then 0.00 else amount end as came_amount,
                    case when recorded_at >= since and moved then amount else 0.00 end as moved_amount, amount
                from open join tally_entry on week_id is null and recorded_at < until
            ),
            term as (
                select term, platform_id, area_code, measure,
                    case when is_first then opening_count else 0 end as opening_count, added_count, removed_count, moved_count,
                    case when is_last then closing_count else 0 end as closing_count,
                    case when is_first then opening_amount else 0.00 end as opening_amount,
                    added_amount, removed_amount, moved_amount,
                    case when is_last then closing_amount else 0.00 end as closing_amount
                from closed join week_figure f on f.week_id = closed.week_id where f.week_id = any (?::uuid[])
                union all
                select term, platform_id, area_code, measure, closing_count, 0, 0, 0, closing_count,
                    closing_amount, 0.00, 0.00, 0.00, closing_amount
                from open join week_figure on week_id = standing
                union all
                select term, platform_id, area_code, measure,
                    case when is_before then count else 0 end, -greatest(came, 0), -greatest(-came, 0), -moved,
                    case when is_before then 0 else -count end,
                    case when is_before then amount else 0.00 end, -greatest(came_amount, 0.00), -greatest(-came_amount, 0.00),
                    -moved_amount, case when is_before then 0.00 else -amount end
                from excluded
                union all
                select term, platform_id, area_code, measure,
                    case when is_before then count else 0 end, greatest(came, 0), greatest(-came, 0), moved, count,
                    case when is_before then amount else 0.00 end, greatest(came_amount, 0.00), greatest(-came_amount, 0.00),
                    moved_amount, amount
                from unclaimed
            )
            select platform_id, null, measure,
                sum(opening_count), sum(added_count), sum(removed_count), sum(moved_count), sum(closing_count),
                sum(opening_amount), sum(added_amount), sum(removed_amount), sum(moved_amount), sum(closing_amount), term
            from term where area_code like ? group by platform_id, measure, term
            """;

    /** One term; its days are limited to the year. */
    record Part(TermKind kind, LocalDate startsOn, LocalDate endsOn, int weeks) {}

    private record Closed(int term, UUID weekId, boolean isFirst, boolean isLast) {}

    private record Outside(int term, UUID weekId, boolean isBefore, Instant edge) {}

    private final Timeline timeline;
    private final LocalDate first;
    private final LocalDate last;
    private final Mark from;
    private final Mark to;
    private final List<Part> parts = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();
    private final List<Outside> outside = new ArrayList<>();

    public YearTerms(int year, Timeline timeline) {
        this.timeline = timeline;
        this.first = LocalDate.of(year, 1, 1);
        this.last = LocalDate.of(year, 12, 31);
        this.from = timeline.at(ReportingCalendar.begin(first));
        this.to = timeline.at(ReportingCalendar.end(last));
        var week = from.weeks();
        if (from.until() != null && week < timeline.size()) {
            addPart(week++);
        }
        if (week < to.weeks()) {
            addWeeks(week, to.weeks());
        }
        if (to.until() != null && week <= to.weeks() && to.weeks() < timeline.size()) {
            addPart(to.weeks());
        }
        if (isOpen()) {
            var open = timeline.size() == 0
                    ? first
                    : timeline.week(timeline.size() - 1).endsOn().plusDays(1);
            parts.add(new Part(TermKind.OPEN, open.isBefore(first) ? first : open, last, 0));
        }
    }

    private boolean isOpen() {
        return to.until() != null && to.weeks() == timeline.size();
    }

    private void addPart(int index) {
        var week = timeline.week(index);
        var term = parts.size();
        // There is nothing before the first week of all.
        var isWhole = from.weeks() == 0
                && index == 0
                && !week.startsOn().isBefore(first)
                && !week.endsOn().isAfter(last);
        parts.add(new Part(
                isWhole ? TermKind.WEEKS : TermKind.PART,
                week.startsOn().isBefore(first) ? first : week.startsOn(),
                week.endsOn().isAfter(last) ? last : week.endsOn(),
                isWhole ? 1 : 0));
        closed.add(new Closed(term, week.id(), true, true));
        if (index == from.weeks() && from.until() != null) {
            outside.add(new Outside(term, week.id(), true, from.until()));
        }
        if (index == to.weeks()) {
            outside.add(new Outside(term, week.id(), false, to.until()));
        }
    }

    private void addWeeks(int start, int end) {
        var term = parts.size();
        parts.add(new Part(
                TermKind.WEEKS,
                timeline.week(start).startsOn(),
                timeline.week(end - 1).endsOn(),
                end - start));
        for (var i = start; i < end; i++) {
            closed.add(new Closed(term, timeline.week(i).id(), i == start, i == end - 1));
        }
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * Binds the parameters of {@link #TERMS}.
     *
     * @return the next parameter
     */
    public int bind(PreparedStatement select) throws SQLException {
        select.setArray(1, array(select, "int4", closed.stream().map(Closed::term)));
        select.setArray(2, array(select, "uuid", closed.stream().map(Closed::weekId)));
        select.setArray(3, array(select, "bool", closed.stream().map(Closed::isFirst)));
        select.setArray(4, array(select, "bool", closed.stream().map(Closed::isLast)));
        select.setArray(5, array(select, "int4", outside.stream().map(Outside::term)));
        select.setArray(6, array(select, "uuid", outside.stream().map(Outside::weekId)));
        select.setArray(7, array(select, "bool", outside.stream().map(Outside::isBefore)));
        select.setArray(
                8,
                array(select, "timestamptz", outside.stream().map(Outside::edge).map(Instant::toString)));
        select.setInt(9, parts.size() - 1);
        select.setObject(10, isOpen() && timeline.size() > 0 ? timeline.claiming(timeline.size() - 1) : null);
        var since = from.weeks() == timeline.size() && from.until() != null
                ? from.until().toString()
                : "-infinity";
        select.setString(11, since);
        select.setString(12, isOpen() ? to.until().toString() : "-infinity");
        select.setArray(13, array(select, "uuid", outside.stream().map(Outside::weekId)));
        select.setArray(14, array(select, "uuid", closed.stream().map(Closed::weekId)));
        return 15;
    }

    private static Array array(PreparedStatement select, String type, Stream<?> values) throws SQLException {
        return select.getConnection().createArrayOf(type, values.toArray());
    }
}
