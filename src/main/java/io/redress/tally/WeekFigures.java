package io.redress.tally;

import io.redress.area.AreaScope;
import io.redress.common.database.Sql;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads the figures of a closed week, for bulletins and tables. */
@ApplicationScoped
public class WeekFigures {

    private static final String SUMS = """
            sum(opening_count), sum(added_count), sum(removed_count), sum(moved_count), sum(closing_count),
            sum(opening_amount), sum(added_amount), sum(removed_amount), sum(moved_amount), sum(closing_amount)
            """;

    private static final String OF_WEEK =
            "from week_figure where week_id = ? and area_code like ?" + " and (?::uuid is null or platform_id = ?)";

    static final String BY_PLATFORM = "select platform_id, null, measure, " + SUMS + OF_WEEK
            + " group by platform_id, measure order by platform_id nulls last, measure";

    /** A village counts to its town; areas outside the county keep a row each. */
    public static final String TOWN =
            "case when length(area_code) = 12 then substr(area_code, 1, 9) || '000' else area_code end";

    static final String BY_TOWN = "select platform_id, " + TOWN + " as town, measure, " + SUMS + OF_WEEK
            + " group by platform_id, town, measure order by platform_id nulls last, town, measure";

    private final Sql sql;

    WeekFigures(Sql sql) {
        this.sql = sql;
    }

    /** @param platformId one platform; null for all platforms together with the figures counted over all */
    public List<WeekFigure> of(UUID weekId, AreaScope scope, UUID platformId) {
        return sql.list(BY_PLATFORM, WeekFigures::figure, select -> bind(select, weekId, scope, platformId));
    }

    public List<WeekFigure> byTown(UUID weekId, AreaScope scope, UUID platformId) {
        return sql.list(BY_TOWN, WeekFigures::figure, select -> bind(select, weekId, scope, platformId));
    }

    static void bind(PreparedStatement select, UUID weekId, AreaScope scope, UUID platformId) throws SQLException {
        select.setObject(1, weekId);
        select.setString(2, scope.pattern());
        select.setObject(3, platformId);
        select.setObject(4, platformId);
    }

    /** Expects the columns platform, town, measure, five counts and five amounts. */
    public static WeekFigure figure(ResultSet row) throws SQLException {
        var measure = Measure.valueOf(row.getString(3));
        var counts = measure.counts()
                ? new Counts(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))
                : null;
        var sums = measure.sums()
                ? new Sums(
                        row.getBigDecimal(9),
                        row.getBigDecimal(10),
                        row.getBigDecimal(11),
                        row.getBigDecimal(12),
                        row.getBigDecimal(13))
                : null;
        return new WeekFigure(row.getObject(1, UUID.class), row.getString(2), measure, counts, sums);
    }
}
