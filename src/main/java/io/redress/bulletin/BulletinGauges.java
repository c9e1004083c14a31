package io.redress.bulletin;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The metric of overdue bulletins. */
@ApplicationScoped
class BulletinGauges {

    private final DatabaseGauges gauges;

    BulletinGauges(DatabaseGauges gauges) {
        this.gauges = gauges;
    }

    void register(@Observes StartupEvent start) {
        gauges.addCount(
                "redress.bulletins.missing",
                "Bulletins of closed weeks that are due and not issued",
                "select count(*)" + MissingBulletins.FROM);
    }
}
