package io.redress.attention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets entries lapse without anybody doing anything. */
@ApplicationScoped
class LapseJob {

    private final AttentionList list;

    LapseJob(AttentionList list) {
        this.list = list;
    }

    @Scheduled(every = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (list.lapseDue() > 0) {
            // A batch at a time, each in its own transaction.
        }
    }
}
