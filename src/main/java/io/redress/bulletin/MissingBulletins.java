package io.redress.bulletin;

import io.redress.bulletin.model.BulletinKind;
import io.redress.bulletin.model.BulletinStatus;
import io.redress.common.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Bulletins that are due and not issued (一周一报, 零报告): for each closed week since a platform is watched, its bulletin;
 * since any platform is watched, also the digest.
 */
@ApplicationScoped
class MissingBulletins {

    /**
     * The digest is the row without a platform name. Corrections do not count, because the bulletin they correct was
     * issued.
     */
    static final String FROM = """
             from (
                select id as platform_id, name, watched_since from platform where watched_since is not null
                union all
                select null, '', min(watched_since) from platform where watched_since is not null
            ) due
            join reporting_week week on week.ends_on >= due.watched_since
            left join bulletin live on live.platform_id is not distinct from due.platform_id and live.week_id = week.id
                and live.corrects_id is null and live.status <> 'VOID'
            where (live.id is null or live.status <> 'ISSUED')
            """;

    private static final String MISSING =
            "select week.ends_on, due.platform_id, due.name, live.id, live.status" + FROM + """
             and (week.ends_on, due.name) < (?, ?)
            order by week.ends_on desc, due.name desc
            limit ?
            """;

    private static final LocalDate AFTER_EVERYTHING = LocalDate.of(9999, 12, 31);

    private final Sql sql;

    MissingBulletins(Sql sql) {
        this.sql = sql;
    }

    /** Latest week first, after a keyset position, or from the start for null. */
    List<MissingBulletinView> list(LocalDate belowWeek, String belowName, int limit) {
        return sql.list(
                MISSING,
                MissingBulletins::view,
                belowWeek == null ? AFTER_EVERYTHING : belowWeek,
                belowName == null ? "" : belowName,
                limit);
    }

    private static MissingBulletinView view(ResultSet row) throws SQLException {
        var platformId = row.getObject(2, UUID.class);
        var status = row.getString(5);
        return new MissingBulletinView(
                row.getObject(1, LocalDate.class),
                platformId == null ? BulletinKind.DIGEST : BulletinKind.PLATFORM,
                platformId,
                platformId == null ? null : row.getString(3),
                row.getObject(4, UUID.class),
                status == null ? null : BulletinStatus.valueOf(status));
    }
}
