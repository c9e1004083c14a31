package io.redress.tally.closing;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Metrics of overdue weeks. */
@ApplicationScoped
public class ClosingGauges {

    private final DatabaseGauges gauges;
    private final OpenWeeks open;
    private final Clock clock;

    ClosingGauges(DatabaseGauges gauges, OpenWeeks open, Clock clock) {
        this.gauges = gauges;
        this.open = open;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start) {
        gauges.add(
                "redress.reporting.weeks.overdue",
                "Reporting weeks whose hour has passed and that are not closed",
                () -> open.countOverdue(clock.instant()));
    }
}
