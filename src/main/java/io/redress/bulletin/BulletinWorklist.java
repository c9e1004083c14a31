package io.redress.bulletin;

import io.agroal.api.AgroalDataSource;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.bulletin.model.BulletinStatus;
import io.redress.bulletin.model.BulletinWork;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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

    private final AgroalDataSource database;

    BulletinWorklist(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<WorklistItem> awaiting(Viewer viewer) {
        var items = new ArrayList<WorklistItem>();
        try (var connection = database.getConnection()) {
            if (viewer.is(Role.CLERK)) {
                items.addAll(onItsWay(connection, BulletinWork.BULLETINS_TO_SUBMIT, BulletinStatus.DRAFT));
            }
            if (viewer.is(Role.SECTION_CHIEF)) {
                items.addAll(submittedByOthers(connection, viewer.accountId()));
                items.addAll(missing(connection));
            }
            if (viewer.is(Role.DIRECTOR)) {
                items.addAll(onItsWay(connection, BulletinWork.BULLETINS_TO_SIGN, BulletinStatus.REVIEWED));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the worklist", e);
        }
        return items;
    }

    private static List<WorklistItem> onItsWay(Connection connection, BulletinWork kind, BulletinStatus status)
            throws SQLException {
        try (var select = connection.prepareStatement(ON_ITS_WAY)) {
            select.setString(1, kind.name());
            select.setString(2, status.name());
            return read(select);
        }
    }

    private static List<WorklistItem> submittedByOthers(Connection connection, UUID accountId) throws SQLException {
        try (var select = connection.prepareStatement(BY_OTHERS)) {
            select.setString(1, BulletinWork.BULLETINS_TO_REVIEW.name());
            select.setString(2, BulletinStatus.SUBMITTED.name());
            select.setObject(3, accountId);
            return read(select);
        }
    }

    private static List<WorklistItem> missing(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(MISSING)) {
            select.setString(1, BulletinWork.BULLETINS_MISSING.name());
            return read(select);
        }
    }

    private static List<WorklistItem> read(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            return WorklistItem.read(row, BulletinWork::valueOf);
        }
    }
}
