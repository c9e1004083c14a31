package io.redress.privacy;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Tells Flyway of the migration of the columns that SQL cannot do: the database has no keys. */
@Singleton
class MigrationsInJava implements FlywayConfigurationCustomizer {

    private final CryptoModule module;

    MigrationsInJava(CryptoModule module) {
        this.module = module;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(Stream.concat(
                        Stream.of(configuration.getJavaMigrations()),
                        Stream.of(new V010__encrypt_what_names_people(module)))
                .toArray(JavaMigration[]::new));
    }
}
