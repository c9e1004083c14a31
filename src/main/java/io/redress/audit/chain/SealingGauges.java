package io.redress.audit.chain;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
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
    private final AgroalDataSource database;
    private final Clock clock;

    SealingGauges(DatabaseGauges gauges, AgroalDataSource database, Clock clock) {
        this.gauges = gauges;
        this.database = database;
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
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OLDEST);
                var row = select.executeQuery()) {
            return row.next() ? Duration.between(row.getTimestamp(1).toInstant(), clock.instant()) : Duration.ZERO;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }
}
