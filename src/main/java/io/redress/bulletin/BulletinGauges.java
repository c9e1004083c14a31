package io.redress.bulletin;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Metrics of the outbox and of overdue bulletins. */
@ApplicationScoped
class BulletinGauges {

    private static final String WAITING = "select count(*) from bulletin_delivery where next_attempt_at is not null";

    private static final String GIVEN_UP =
            "select count(*) from bulletin_delivery where next_attempt_at is null and sent_at is null";

    private final DatabaseGauges gauges;

    BulletinGauges(DatabaseGauges gauges) {
        this.gauges = gauges;
    }

    void register(@Observes StartupEvent start) {
        gauges.addCount("redress.mails.waiting", "Mails in the outbox that are still to be sent", WAITING);
        gauges.addCount("redress.mails.given.up", "Mails that no server took in two days, since ever", GIVEN_UP);
        gauges.addCount(
                "redress.bulletins.missing",
                "Bulletins of closed weeks that are due and not issued",
                "select count(*)" + MissingBulletins.FROM);
    }
}
