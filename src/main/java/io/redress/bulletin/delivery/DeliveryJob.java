package io.redress.bulletin.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends the mails that are due, one after the other. */
@ApplicationScoped
public class DeliveryJob {

    private final Deliveries deliveries;

    DeliveryJob(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Scheduled(every = "1m", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (deliveries.sendNext()) {
            // until none is due
        }
    }
}
