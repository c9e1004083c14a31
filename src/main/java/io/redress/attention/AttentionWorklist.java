package io.redress.attention;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.database.Sql;
import io.redress.common.time.Clocks;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Work items for users who decide: proposals of others, and reviews. */
@ApplicationScoped
class AttentionWorklist implements WorklistSource {

    /** Days before the review date on which a review becomes a work item. */
    private static final int AHEAD = 7;

    private static final String AWAITING = """
            select 'ATTENTION_TO_DECIDE', count(*), min(proposed_at at time zone ?)::date
            from attention_entry where status = 'PROPOSED' and proposed_by_id <> ? and area_code like ?
            union all
            select 'ATTENTION_TO_REVIEW', count(*), min(review_on)
            from attention_entry where status = 'ACTIVE' and review_on <= ? and area_code like ?
            """;

    private final Sql sql;
    private final Clock clock;

    AttentionWorklist(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<WorklistItem> awaiting(Viewer viewer) {
        if (!viewer.is(Role.SECTION_CHIEF) && !viewer.is(Role.DIRECTOR)) {
            return List.of();
        }
        return WorklistItem.read(
                sql,
                AWAITING,
                AttentionWork::valueOf,
                Clocks.BUREAU.getId(),
                viewer.accountId(),
                viewer.scope().pattern(),
                Clocks.today(clock).plusDays(AHEAD),
                viewer.scope().pattern());
    }
}
