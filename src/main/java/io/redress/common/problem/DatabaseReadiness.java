package io.redress.common.problem;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the database cannot be reached or has no room: a balancer asks another instance, an operator is told. */
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
