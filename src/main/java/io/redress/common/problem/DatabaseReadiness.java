package io.redress.common.problem;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: down while the database is unreachable or full. A load balancer then uses another instance. */
@Readiness
class DatabaseReadiness implements HealthCheck {

    private final DatabaseState database;

    DatabaseReadiness(DatabaseState database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(database.trouble().isEmpty())
                .build();
    }
}
