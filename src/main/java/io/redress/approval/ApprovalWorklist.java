package io.redress.approval;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.database.Sql;
import io.redress.common.time.Clocks;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Work items for auditors and section chiefs: changes of other people's accounts that somebody else asked for. */
@ApplicationScoped
class ApprovalWorklist implements WorklistSource {

    private static final String AWAITING = """
            select 'ACCOUNT_CHANGES_TO_DECIDE', count(*), min(asked_at at time zone ?)::date
            from account_change
            where status = 'PENDING' and expires_at > ? and asked_by_id <> ? and account_id <> ?
                and coalesce(area_code, '') like ?
            """;

    private final Sql sql;
    private final Clock clock;

    ApprovalWorklist(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<WorklistItem> awaiting(Viewer viewer) {
        if (!viewer.is(Role.AUDITOR) && !viewer.is(Role.SECTION_CHIEF)) {
            return List.of();
        }
        return WorklistItem.read(
                sql,
                AWAITING,
                ApprovalWork::valueOf,
                Clocks.BUREAU.getId(),
                clock.instant(),
                viewer.accountId(),
                viewer.accountId(),
                viewer.scope().pattern());
    }
}
