package io.redress.reveal.access;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.database.Sql;
import io.redress.common.time.Clocks;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Work items for chiefs and the director: requests of others, within their areas. */
@ApplicationScoped
class AccessWorklist implements WorklistSource {

    private static final String AWAITING = """
            select 'ACCESS_REQUESTS_TO_DECIDE', count(*), min(asked_at at time zone ?)::date
            from access_request
            where status = 'PENDING' and expires_at > ? and asked_by_id <> ? and scope like ?
            """;

    private final Sql sql;
    private final Clock clock;

    AccessWorklist(Sql sql, Clock clock) {
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
                AccessWork::valueOf,
                Clocks.BUREAU.getId(),
                clock.instant(),
                viewer.accountId(),
                viewer.scope().pattern());
    }
}
