package io.redress.mail;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Metrics of the outbox. */
@ApplicationScoped
class OutboxGauges {

    private final DatabaseGauges gauges;

    OutboxGauges(DatabaseGauges gauges) {
        this.gauges = gauges;
    }

    void register(@Observes StartupEvent start) {
        gauges.addCount(
                "redress.mails.waiting",
                "Mails in the outbox that are still to be sent",
                "select count(*) from outbox_mail where next_attempt_at is not null");
        gauges.addCount(
                "redress.mails.given.up",
                "Mails that no server took in two days, since ever",
                "select count(*) from outbox_mail where next_attempt_at is null and sent_at is null");
    }
}
