package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.redress.testing.Owner;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the records themselves, in SQL that shares nothing with the program, and holds the tally and the closed weeks
 * against them.
 */
@Singleton
public class Recount {

    /** Platform, area, measure → count and amount, of everything on record now. */
    private static final String OF_RECORDS = """
            with live as (
                select r.*, i.area_code,
                    coalesce(adjudicated_principal, verified_principal, declared_principal) as principal,
                    coalesce(adjudicated_principal_repaid + adjudicated_returns_paid + adjudicated_consumption
                            + adjudicated_goods_received,
                        verified_principal_repaid + verified_returns_paid + verified_consumption + verified_goods_received,
                        (select coalesce(sum(amount), 0.00) from repayment where registration_id = r.id)) as repaid,
                    coalesce(adjudicated_loss, verified_loss, declared_loss) as loss,
                    verified_loss, adjudicated_loss
                from registration r join investor i on i.id = r.investor_id join platform p on p.id = r.platform_id,
                lateral (
                    select declared_principal - coalesce(sum(amount) filter (where kind in ('PRINCIPAL', 'CLEARANCE')
                        or kind in ('INTEREST', 'DIVIDEND', 'REBATE', 'REWARD') and 'RETURNS' = any (set_off)
                        or kind = 'CONSUMPTION_OFFSET' and 'CONSUMPTION' = any (set_off)
                        or kind = 'GOODS' and 'GOODS' = any (set_off)), 0.00) as declared_loss
                    from repayment where registration_id = r.id) as of_lines,
                lateral (
                    select case when 'RETURNS' = any (set_off) then 1 else 0 end as returns,
                        case when 'CONSUMPTION' = any (set_off) then 1 else 0 end as purchases,
                        case when 'GOODS' = any (set_off) then 1 else 0 end as goods) as counts,
                lateral (
                    select verified_principal - verified_principal_repaid - returns * verified_returns_paid
                            - purchases * verified_consumption - goods * verified_goods_received as verified_loss,
                        adjudicated_principal - adjudicated_principal_repaid - returns * adjudicated_returns_paid
                            - purchases * adjudicated_consumption - goods * adjudicated_goods_received as adjudicated_loss
                ) as of_totals
                where r.status in ('RECEIVED', 'VERIFIED')
            ), records as (
                select platform_id, area_code, 'REGISTERED' as measure, 1 as count, 0.00 as amount from live
                union all select platform_id, area_code,
                    case when acted_as_salesperson then 'SUSPECTED_HELPERS'
                        when loss > 0 then 'AFFECTED' else 'WITHOUT_LOSS' end, 1, loss from live
                union all select platform_id, area_code, 'PRINCIPAL', 0, principal from live
                    where not acted_as_salesperson and loss > 0
                union all select platform_id, area_code, 'REPAID', 0, repaid from live
                    where not acted_as_salesperson and loss > 0
                union all select platform_id, area_code, 'VERIFIED', 1, verified_loss from live
                    where verified_principal is not null
                union all select platform_id, area_code, 'ADJUDICATED', 1, adjudicated_loss from live
                    where adjudicated_principal is not null
                union all select platform_id, area_code, 'POLICE_REPORTED', 1, 0 from live where police_reported_on is not null
                union all select platform_id, area_code, 'EVIDENCE_COMPLETE', 1, 0 from live
                    where evidence_shown @> array['IDENTITY_DOCUMENT']
                    and evidence_shown && array['CONTRACT', 'PLATFORM_SCREENSHOT', 'RECONCILIATION']
                    and evidence_shown && array['TRANSFER_RECEIPT', 'BANK_STATEMENT', 'RECEIPT']
                union all select distinct on (investor_id) null::uuid, area_code, 'PERSONS_REGISTERED', 1, 0 from live
                union all select distinct on (investor_id) null::uuid, area_code, 'PERSONS_AFFECTED', 1, 0 from live
                    where not acted_as_salesperson and loss > 0
                union all select a.platform_id, i.area_code, 'ATTENTION_LEVEL_' || a.level, 1, 0
                    from attention_entry a join investor i on i.id = a.investor_id where a.status = 'ACTIVE'
            )
            """;

    private static final String SUMMED =
            "select coalesce(platform_id::text, 'all') || ' ' || area_code || ' ' || measure,"
                    + " sum(count) || ' ' || sum(amount)::numeric(18, 2) from %s group by 1 having sum(count) <> 0 or sum(amount) <> 0";

    private static final String RECORDS = OF_RECORDS + SUMMED.formatted("records");

    private static final String TALLY = SUMMED.formatted("tally_entry");

    private static final String CLAIMED = SUMMED.formatted("tally_entry where week_id is not null");

    private static final String LATEST_CLOSING =
            "select coalesce(platform_id::text, 'all') || ' ' || area_code || ' ' || measure,"
                    + " closing_count || ' ' || closing_amount from week_figure"
                    + " where week_id = (select id from reporting_week order by ends_on desc limit 1)"
                    + " and (closing_count <> 0 or closing_amount <> 0)";

    /** Every opening that is not the closing of the week before, and every row that does not balance. */
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

    /** Entries a closing took although they came after its cut-off, or left although they came before. */
    private static final String MISPLACED = """
            select e.id::text, 'claimed though recorded after the cut-off' from tally_entry e
            join reporting_week w on w.id = e.week_id where e.recorded_at >= w.cut_off_at
            """;

    private final AgroalDataSource database;
    private final Owner owner;

    Recount(AgroalDataSource database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    public void holdsAgainstTheTally() {
        assertThat(read(TALLY)).isEqualTo(read(RECORDS));
        assertThat(read(LATEST_CLOSING)).isEqualTo(read(CLAIMED));
        assertThat(read(BROKEN)).isEmpty();
        assertThat(read(MISPLACED)).isEmpty();
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

    /** Forgets every record, so that a history begins with nothing. */
    public void forgetEverything() {
        owner.execute("truncate closing_figure, tally_entry, bulletin_section, bulletin_step, bulletin_file,"
                + " bulletin_delivery, bulletin, bulletin_series, drafted_week, disclosure,"
                + " reporting_week, attention_entry, evidence, registration_history, repayment, investment,"
                + " platform_account, reveal, investor_merge, registration, investor, idempotency_key");
    }
}
