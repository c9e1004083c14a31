package io.redress.privacy;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Tells Flyway of the one migration that SQL cannot do: the database has no keys. */
@Singleton
class MigrationsInJava implements FlywayConfigurationCustomizer {

    private final CryptoModule module;

    MigrationsInJava(CryptoModule module) {
        this.module = module;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new V010__encrypt_what_names_people(module));
    }
}
