package io.redress.bulletin;

import io.quarkus.scheduler.Scheduled;
import io.redress.bulletin.model.BulletinSettings;
import io.redress.tally.WeekClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Drafts the bulletins of closed weeks, one week per transaction. */
@ApplicationScoped
class DraftJob {

    private final AutomaticDrafts drafts;
    private final BulletinSettings settings;

    DraftJob(AutomaticDrafts drafts, BulletinSettings settings) {
        this.drafts = drafts;
        this.settings = settings;
    }

    /** Asynchronous, so that the caller who closes a week need not wait. */
    void follow(@ObservesAsync WeekClosed week) {
        run();
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (settings.autoDraft() && drafts.draftOldest()) {
            // until every closed week has been processed
        }
    }
}
