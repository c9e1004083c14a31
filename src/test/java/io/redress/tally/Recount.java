package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.redress.testing.Owner;
import io.redress.testing.RecountPart;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts the records themselves, in SQL that is independent of the program, and compares the tally and the closed weeks
 * with the result.
 */
@Singleton
public class Recount {

    private static final String SUMMED =
            "select coalesce(platform_id::text, 'all') || ' ' || area_code || ' ' || measure,"
                    + " sum(count) || ' ' || sum(amount)::numeric(18, 2) from %s group by 1 having sum(count) <> 0 or sum(amount) <> 0";

    private static final String TALLY = SUMMED.formatted("tally_entry");

    private static final String CLAIMED = SUMMED.formatted("tally_entry where week_id is not null");

    private static final String LATEST_CLOSING =
            "select coalesce(platform_id::text, 'all') || ' ' || area_code || ' ' || measure,"
                    + " closing_count || ' ' || closing_amount from week_figure"
                    + " where week_id = (select id from reporting_week order by ends_on desc limit 1)"
                    + " and (closing_count <> 0 or closing_amount <> 0)";

    /** Every opening that differs from the closing of the week before, and every row that does not balance. */
    private static final String BROKEN = """
            with weeks as (select id, ends_on, lag(id) over (order by ends_on) as previous from reporting_week),
            expected as (
                select w.id as week_id, f.platform_id, f.area_code, f.measure, f.closing_count, f.closing_amount
                from weeks w join week_figure f on f.week_id = w.previous
                where f.closing_count <> 0 or f.closing_amount <> 0
            )
            select w.ends_on::text, f.measure || ' opens with ' || coalesce(f.opening_count::text, 'nothing')
            from expected e
            join weeks w on w.id = e.week_id
            left join week_figure f on f.week_id = e.week_id and f.measure = e.measure and f.area_code = e.area_code
                and f.platform_id is not distinct from e.platform_id
            where f.week_id is null or f.opening_count <> e.closing_count or f.opening_amount <> e.closing_amount
            union all
            select w.ends_on::text, f.measure || ' does not balance' from week_figure f join weeks w on w.id = f.week_id
            where f.closing_count <> f.opening_count + f.added_count - f.removed_count + f.moved_count
                or f.closing_amount <> f.opening_amount + f.added_amount - f.removed_amount + f.moved_amount
            union all
            select w.ends_on::text, f.measure || ' moves do not cancel' from week_figure f join weeks w on w.id = f.week_id
            group by w.ends_on, f.platform_id, f.measure having sum(f.moved_count) <> 0 or sum(f.moved_amount) <> 0
            union all
            select w.ends_on::text, f.measure || ' opens out of nothing' from week_figure f join weeks w on w.id = f.week_id
            where (f.opening_count <> 0 or f.opening_amount <> 0) and not exists (
                select 1 from expected e where e.week_id = f.week_id and e.measure = f.measure and e.area_code = f.area_code
                    and f.platform_id is not distinct from e.platform_id)
            """;

    /** Entries that a closing claimed although they were recorded after its cut-off. */
    private static final String MISPLACED = """
            select e.id::text, 'claimed though recorded after the cut-off' from tally_entry e
            join reporting_week w on w.id = e.week_id where e.recorded_at >= w.cut_off_at
            """;

    private final AgroalDataSource database;
    private final Owner owner;
    private final List<RecountPart> parts;

    Recount(AgroalDataSource database, Owner owner, @All List<RecountPart> parts) {
        this.database = database;
        this.owner = owner;
        this.parts = parts;
    }

    public void holdsAgainstTheTally() {
        assertThat(read(TALLY)).isEqualTo(read(records()));
        assertThat(read(LATEST_CLOSING)).isEqualTo(read(CLAIMED));
        assertThat(read(BROKEN)).isEmpty();
        assertThat(read(MISPLACED)).isEmpty();
    }

    /** Platform, area, measure → count and amount, of all current records. */
    private String records() {
        return SUMMED.formatted(parts.stream()
                .map(part -> "select * from (" + part.records()
                        + ") as part (platform_id, area_code, measure, count, amount)")
                .collect(Collectors.joining(" union all ", "(", ") as records")));
    }

    private Map<String, String> read(String sql) {
        var rows = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getString(2));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes all records, so that a history starts empty. */
    public void forgetEverything() {
        var tables = parts.stream().flatMap(part -> part.tables().stream()).collect(Collectors.joining(", "));
        owner.execute("truncate closing_figure, tally_entry, bulletin_section, bulletin_step, bulletin_file,"
                + " outbox_mail, bulletin, bulletin_series, drafted_week, reporting_week, reveal_person, reveal,"
                + " idempotency_key, " + tables);
    }
}
