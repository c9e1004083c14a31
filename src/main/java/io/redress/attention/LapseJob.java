package io.redress.attention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends overdue entries automatically. */
@ApplicationScoped
class LapseJob {

    private final AttentionList list;

    LapseJob(AttentionList list) {
        this.list = list;
    }

    @Scheduled(every = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (list.lapseDue() > 0) {
            // One batch per call, each in its own transaction.
        }
    }
}
