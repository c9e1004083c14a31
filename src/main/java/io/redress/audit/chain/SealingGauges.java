package io.redress.audit.chain;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.database.Sql;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Metrics of audit entries that wait for their seal. Sealing runs every second, so they are few and recent. */
@ApplicationScoped
public class SealingGauges {

    /** Ids are UUIDv7, so they sort by creation time. */
    private static final String OLDEST = """
            select occurred_at from audit_entry
            where id = (select entry_id from audit_pending order by entry_id limit 1)
            """;

    private final DatabaseGauges gauges;
    private final Sql sql;
    private final Clock clock;

    SealingGauges(DatabaseGauges gauges, Sql sql, Clock clock) {
        this.gauges = gauges;
        this.sql = sql;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start) {
        gauges.addCount(
                "redress.audit.entries.unsealed",
                "Audit entries that are not sealed yet",
                "select count(*) from audit_pending");
        gauges.addAge(
                "redress.audit.unsealed.age",
                "For how long the oldest audit entry waits to be sealed; 0 when none does",
                this::age);
    }

    private Duration age() {
        return sql.first(OLDEST, row -> row.getTimestamp(1).toInstant())
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
