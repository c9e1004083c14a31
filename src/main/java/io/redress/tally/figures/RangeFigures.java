package io.redress.tally.figures;

import io.redress.area.AreaScope;
import io.redress.common.database.Sql;
import io.redress.tally.Measure;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.TallyProblems;
import io.redress.tally.WeekFigures;
import io.redress.tally.figures.RangeQuery.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads figures of any range of days. The opening comes from the last week closed before it, whole weeks from their
 * closings; only the edges and the open weeks are read from entries. The cost so depends on the range, not on the
 * history.
 */
@ApplicationScoped
public class RangeFigures {

    /** Limit of rows in one response. */
    private static final int MOST_ROWS = 50_000;

    /** Weeks and figures must come from one snapshot, because a closing may run in between. */
    static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";

    /**
     * The week ids are repeated as an array condition: from the join alone the planner expects many weeks and reads the
     * whole tables.
     */
    public static final String MOVEMENTS = """
            with wanted as (select ?::boolean as by_platform, ?::boolean as by_town),
            standing as (select ?::uuid as week_id),
            whole as (select * from unnest(?::int[], ?::uuid[]) as whole (period, week_id)),
            slice as (
                select * from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                as slice (period, week_id, since, until)
            ),
            entry as (
                select period, platform_id, area_code, measure, moved, count, amount
                from slice join tally_entry e on e.week_id = slice.week_id and recorded_at >= since and recorded_at < until
                where e.week_id = any (?::uuid[])
                union all
                select period, platform_id, area_code, measure, moved, count, amount
                from slice join tally_entry e on e.week_id is null and recorded_at >= since and recorded_at < until
                where slice.week_id is null
            ),
            movement as (
                select 0 as period, platform_id, area_code, measure,
                    closing_count as standing_count, 0 as added_count, 0 as removed_count, 0 as moved_count,
                    closing_amount as standing_amount, 0.00 as added_amount, 0.00 as removed_amount, 0.00 as moved_amount
                from week_figure join standing using (week_id)
                union all
                select period, platform_id, area_code, measure, 0, added_count, removed_count, moved_count,
                    0.00, added_amount, removed_amount, moved_amount
                from whole join closing_figure f on f.week_id = whole.week_id
                where f.week_id = any (?::uuid[]) and (added_count <> 0 or removed_count <> 0 or moved_count <> 0
                    or added_amount <> 0 or removed_amount <> 0 or moved_amount <> 0)
                union all
                select period, platform_id, area_code, measure,
                    0, case when moved then 0 else greatest(count, 0) end, case when moved then 0 else greatest(-count, 0) end,
                    case when moved then count else 0 end,
                    0.00, case when moved then 0.00 else greatest(amount, 0.00) end,
                    case when moved then 0.00 else greatest(-amount, 0.00) end, case when moved then amount else 0.00 end
                from entry
            )
            select period, case when by_platform then platform_id end, case when by_town then\s""" + WeekFigures.TOWN + """
             end, measure,
                sum(standing_count), sum(added_count), sum(removed_count), sum(moved_count),
                sum(standing_amount), sum(added_amount), sum(removed_amount), sum(moved_amount)
            from movement, wanted
            where area_code like ? and (?::uuid is null or platform_id = ?) and (?::text[] is null or measure = any (?))
            group by 1, 2, 3, 4
            """;

    private final Sql sql;
    private final ReportingCalendar calendar;

    RangeFigures(Sql sql, ReportingCalendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /**
     * Returns the figures period by period; each period opens with the closing of the one before.
     *
     * @param scope the areas that the caller may see
     * @throws io.redress.common.problem.Problem 422 when the range is invalid or too large, 404 for an area out of
     *     scope
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public RangeFiguresView read(RangeQuery query, AreaScope scope) {
        var periods = query.periods(calendar);
        return sql.withConnection(connection -> {
            begin(connection);
            query.demandPlatform();
            var area = query.within(scope);
            var timeline = Timeline.about(
                    periods.get(0).startsOn(), periods.get(periods.size() - 1).endsOn(), connection);
            var movements = new RangeMovements(periods.size());
            try (var select = connection.prepareStatement(MOVEMENTS)) {
                bind(select, query, area, Slices.of(periods, query.by(), timeline, calendar));
                movements.readFrom(select);
            }
            return view(query, periods, timeline, movements);
        });
    }

    static void begin(Connection connection) throws SQLException {
        try (var snapshot = connection.createStatement()) {
            snapshot.execute(SNAPSHOT);
        }
    }

    public static void bind(PreparedStatement select, RangeQuery query, AreaScope area, Slices slices)
            throws SQLException {
        select.setBoolean(1, query.byPlatform());
        select.setBoolean(2, query.byTown());
        var next = slices.bind(select, 3);
        var measures = query.measures().isEmpty()
                ? null
                : select.getConnection()
                        .createArrayOf(
                                "text",
                                query.measures().stream().map(Measure::name).toArray());
        select.setString(next++, area.pattern());
        select.setObject(next++, query.platformId());
        select.setObject(next++, query.platformId());
        select.setArray(next++, measures);
        select.setArray(next, measures);
    }

    private static RangeFiguresView view(
            RangeQuery query, List<Period> periods, Timeline timeline, RangeMovements movements) {
        if (movements.rows() > MOST_ROWS) {
            throw TallyProblems.tooManyFigures(movements.rows(), MOST_ROWS);
        }
        return new RangeFiguresView(
                periods.get(0).startsOn(),
                periods.get(periods.size() - 1).endsOn(),
                query.by(),
                timeline.closedUntil(),
                movements.figures(periods));
    }
}
