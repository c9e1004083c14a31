package io.redress.common.database;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Registers the Flyway migrations in Java, for changes that need the program's keys or rules and are impossible in SQL.
 */
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
