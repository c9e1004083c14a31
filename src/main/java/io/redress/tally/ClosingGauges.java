package io.redress.tally;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Metrics of weeks that should be closed by now. */
@ApplicationScoped
class ClosingGauges {

    private final DatabaseGauges gauges;
    private final Closing closing;

    ClosingGauges(DatabaseGauges gauges, Closing closing) {
        this.gauges = gauges;
        this.closing = closing;
    }

    void register(@Observes StartupEvent start) {
        gauges.add(
                "redress.reporting.weeks.overdue",
                "Reporting weeks whose hour has passed and that are not closed",
                closing::countOverdue);
    }
}
