package io.redress.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads closed weeks side by side. */
@ApplicationScoped
public class WeekTrend {

    /** A person on two platforms is one in the trend of all of them, so that one counts PERSONS_REGISTERED. */
    private static final String WEEKS = """
            select week.ends_on,
                coalesce(sum(added_count) filter (where measure = people), 0),
                coalesce(sum(closing_count) filter (where measure = people), 0),
                coalesce(sum(closing_amount) filter (where measure = 'AFFECTED'), 0.00)
            from (select id, ends_on from reporting_week where ends_on <= ? order by ends_on desc limit ?) week
            cross join (select case when ?::uuid is null then 'PERSONS_REGISTERED' else 'REGISTERED' end) as of (people)
            left join week_figure on week_id = week.id and (?::uuid is null or platform_id = ?)
            group by week.ends_on
            order by week.ends_on
            """;

    /**
     * One week of a trend.
     *
     * @param added people newly registered
     * @param closing people registered at its end
     * @param netLoss of the affected at its end, in yuan
     */
    public record Point(LocalDate weekEndsOn, long added, long closing, BigDecimal netLoss) {}

    private final AgroalDataSource database;

    WeekTrend(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The latest closed weeks up to the one that ends on this day, oldest first.
     *
     * @param platformId one platform, or null for all of them together
     */
    public List<Point> upTo(LocalDate weekEndsOn, UUID platformId, int weeks) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WEEKS)) {
            select.setObject(1, weekEndsOn);
            select.setInt(2, weeks);
            select.setObject(3, platformId);
            select.setObject(4, platformId);
            select.setObject(5, platformId);
            var points = new ArrayList<Point>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    points.add(new Point(
                            row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getBigDecimal(4)));
                }
            }
            return points;
        } catch (SQLException e) {
            throw new IllegalStateException("the trend cannot be read", e);
        }
    }
}
