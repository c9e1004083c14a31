package io.redress.audit;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.redress.privacy.CryptoModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Tells Flyway of the migration of the trail that needs the key. */
@Singleton
class AuditMigrations implements FlywayConfigurationCustomizer {

    private final CryptoModule module;
    private final Clock clock;

    AuditMigrations(CryptoModule module, Clock clock) {
        this.module = module;
        this.clock = clock;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(Stream.concat(
                        Stream.of(configuration.getJavaMigrations()),
                        Stream.of(new V023__the_audit_trail_has_a_beginning(module, clock)))
                .toArray(JavaMigration[]::new));
    }
}
