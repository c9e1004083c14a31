package io.redress.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A database of an older schema version, for tests of migrations. */
public final class OldDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    /** An empty database, migrated to this version. */
    public OldDatabase(String version) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        migrateTo(version);
    }

    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .placeholders(Map.of("service", "postgres", "organisation", "某局"))
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    public void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a Java migration on the present database. */
    public void migrate(JavaMigration migration) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            migrate(migration, connection);
        }
    }

    static void migrate(JavaMigration migration, Connection connection) throws Exception {
        connection.setAutoCommit(false);
        migration.migrate(new Context() {
            @Override
            public Configuration getConfiguration() {
                return null;
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        });
        connection.commit();
    }

    /** The first column of every row. */
    public List<String> rows(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
