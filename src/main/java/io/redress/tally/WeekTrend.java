package io.redress.tally;

import io.redress.common.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Time series over closed weeks. */
@ApplicationScoped
public class WeekTrend {

    private static final String WEEKS = """
            select week.ends_on,
                coalesce(sum(added_count) filter (where measure = ?), 0),
                coalesce(sum(closing_count) filter (where measure = ?), 0),
                coalesce(sum(closing_amount) filter (where measure = ?), 0.00)
            from (select id, ends_on from reporting_week where ends_on <= ? order by ends_on desc limit ?) week
            left join week_figure on week_id = week.id and (?::uuid is null or platform_id = ?)
            group by week.ends_on
            order by week.ends_on
            """;

    /**
     * One week of a trend.
     *
     * @param added newly counted in the week
     * @param closing the count at the end of the week
     * @param amount at the end of the week, in yuan
     */
    public record Point(LocalDate weekEndsOn, long added, long closing, BigDecimal amount) {}

    private final Sql sql;

    WeekTrend(Sql sql) {
        this.sql = sql;
    }

    /**
     * Returns the latest closed weeks up to the one that ends on this day, oldest first.
     *
     * @param platformId one platform, or null for all of them together
     * @param counted the measure whose count is read
     * @param summed the measure whose amount is read
     */
    public List<Point> upTo(LocalDate weekEndsOn, UUID platformId, Measure counted, Measure summed, int weeks) {
        return sql.list(
                WEEKS,
                row -> new Point(
                        row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getBigDecimal(4)),
                counted.name(),
                counted.name(),
                summed.name(),
                weekEndsOn,
                weeks,
                platformId,
                platformId);
    }
}
