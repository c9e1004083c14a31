package io.redress.audit;

import io.redress.database.EmbeddedDatabase;
import io.redress.privacy.CryptoModule;
import java.time.Clock;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The tables of the service in a database that no service has started on. */
public final class BenchMigrations {

    private BenchMigrations() {}

    public static void migrate(EmbeddedDatabase database, CryptoModule module) {
        var owner = database.owner();
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .placeholders(Map.of("service", database.service().username(), "organisation", "某局"))
                .javaMigrations(new V023__the_audit_trail_has_a_beginning(module, Clock.systemUTC()))
                .load()
                .migrate();
    }
}
