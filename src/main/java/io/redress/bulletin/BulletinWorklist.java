package io.redress.bulletin;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.bulletin.model.BulletinStatus;
import io.redress.bulletin.model.BulletinWork;
import io.redress.common.database.Sql;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Work items of bulletins: a clerk submits, a section chief reviews, the director signs. */
@ApplicationScoped
class BulletinWorklist implements WorklistSource {

    private static final String ON_ITS_WAY = "select ?, count(*), min(week_ends_on) from bulletin b where status = ?";

    /** A section chief may not review a bulletin that he submitted last (审核). */
    private static final String BY_OTHERS = ON_ITS_WAY + """
             and (select account_id from bulletin_step where bulletin_id = b.id and action = 'SUBMITTED'
                order by position desc limit 1) is distinct from ?
            """;

    private static final String MISSING = "select ?, count(*), min(ends_on)" + MissingBulletins.FROM;

    private final Sql sql;

    BulletinWorklist(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<WorklistItem> awaiting(Viewer viewer) {
        var items = new ArrayList<WorklistItem>();
        if (viewer.is(Role.CLERK)) {
            items.addAll(read(ON_ITS_WAY, BulletinWork.BULLETINS_TO_SUBMIT.name(), BulletinStatus.DRAFT.name()));
        }
        if (viewer.is(Role.SECTION_CHIEF)) {
            items.addAll(read(
                    BY_OTHERS,
                    BulletinWork.BULLETINS_TO_REVIEW.name(),
                    BulletinStatus.SUBMITTED.name(),
                    viewer.accountId()));
            items.addAll(read(MISSING, BulletinWork.BULLETINS_MISSING.name()));
        }
        if (viewer.is(Role.DIRECTOR)) {
            items.addAll(read(ON_ITS_WAY, BulletinWork.BULLETINS_TO_SIGN.name(), BulletinStatus.REVIEWED.name()));
        }
        return items;
    }

    private List<WorklistItem> read(String select, Object... values) {
        return WorklistItem.read(sql, select, BulletinWork::valueOf, values);
    }
}
