package io.redress.mail;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends the mails that are due, one after the other. */
@ApplicationScoped
public class OutboxJob {

    private final OutboxSender sender;

    OutboxJob(OutboxSender sender) {
        this.sender = sender;
    }

    @Scheduled(every = "1m", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (sender.sendNext()) {
            // until none is due
        }
    }
}
