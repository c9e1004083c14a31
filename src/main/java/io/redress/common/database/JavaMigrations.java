package io.redress.common.database;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Tells Flyway of the migrations that SQL cannot do, because the database has no keys or does not know a rule of the program. */
@Singleton
class JavaMigrations implements FlywayConfigurationCustomizer {

    private final List<JavaMigration> migrations;

    JavaMigrations(@All List<JavaMigration> migrations) {
        this.migrations = migrations;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(migrations.toArray(JavaMigration[]::new));
    }
}
