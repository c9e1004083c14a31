package io.redress.attention;

import io.agroal.api.AgroalDataSource;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.time.Clocks;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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

    private final AgroalDataSource database;
    private final Clock clock;

    AttentionWorklist(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<WorklistItem> awaiting(Viewer viewer) {
        if (!viewer.is(Role.SECTION_CHIEF) && !viewer.is(Role.DIRECTOR)) {
            return List.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AWAITING)) {
            select.setString(1, Clocks.BUREAU.getId());
            select.setObject(2, viewer.accountId());
            select.setString(3, viewer.scope().pattern());
            select.setObject(4, Clocks.today(clock).plusDays(AHEAD));
            select.setString(5, viewer.scope().pattern());
            try (var row = select.executeQuery()) {
                return WorklistItem.read(row, AttentionWork::valueOf);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("failed to read the worklist", e);
        }
    }
}
