package io.redress.bulletin;

import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinAction;
import io.redress.bulletin.model.BulletinContents;
import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.platform.PlatformAsOf;
import io.redress.tally.ReportingWeek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Drafts the bulletins of a closed week: one for each platform that was watched at the cut-off, and a digest if any
 * was. A week with nothing new gets its drafts too (零报告). Each week's drafts appear only once, however many instances
 * run; a voided draft does not come back.
 */
@ApplicationScoped
@SqlWrites("the drafts")
public class AutomaticDrafts {

    /** A second instance waits here for the first, and then finds the week taken. */
    private static final String TAKE_OLDEST = """
            insert into drafted_week (week_id, drafted_at)
            select id, ? from reporting_week where id not in (select week_id from drafted_week) order by ends_on limit 1
            on conflict do nothing returning week_id
            """;

    private final BulletinContents contents;
    private final Sql sql;
    private final Clock clock;

    AutomaticDrafts(BulletinContents contents, Sql sql, Clock clock) {
        this.contents = contents;
        this.sql = sql;
        this.clock = clock;
    }

    /** Drafts the bulletins of the oldest closed week not yet processed; returns whether there was one. */
    @Transactional
    public boolean draftOldest() {
        var week = takeOldest().flatMap(ReportingWeek::ofId);
        week.ifPresent(this::draft);
        return week.isPresent();
    }

    private void draft(ReportingWeek week) {
        var watched = PlatformAsOf.allIn(week.endsOn).stream()
                .filter(platform -> platform.isWatchedOn(week.endsOn))
                .toList();
        watched.forEach(platform -> draft(platform.platformId, week));
        if (!watched.isEmpty()) {
            draft(null, week);
        }
    }

    private void draft(UUID platformId, ReportingWeek week) {
        if (Bulletin.isDrafted(platformId, week)) {
            return;
        }
        var bulletin = Bulletin.draft(
                platformId, week, BulletinContents.title(platformId, week), contents.proposed(platformId, week));
        bulletin.tookByItself(BulletinAction.DRAFTED, clock.instant());
        bulletin.persist();
    }

    private Optional<UUID> takeOldest() {
        return sql.first(TAKE_OLDEST, row -> row.getObject(1, UUID.class), clock.instant());
    }
}
