package io.redress.registration;

import io.redress.testing.RecountPart;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class RegistrationRecount implements RecountPart {

    private static final String RECORDS = """
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
            )
            select * from records
            """;

    @Override
    public String records() {
        return RECORDS;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "evidence",
                "registration_history",
                "repayment",
                "investment",
                "platform_account",
                "investor_merge",
                "registration",
                "investor");
    }
}
