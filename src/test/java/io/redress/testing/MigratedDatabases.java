package io.redress.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Empty databases of any schema version, for tests of migrations. All are in one PostgreSQL server. Each version is
 * migrated once, as a template from which PostgreSQL makes copies.
 */
public final class MigratedDatabases {

    private static final String OWNER = "postgres";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Stops at the end of the JVM. */
    private static EmbeddedPostgres server;

    private final JavaMigration[] migrations;
    private final TreeMap<MigrationVersion, String> templates = new TreeMap<>();

    /** @param migrations in Java, beside those in SQL */
    public MigratedDatabases(JavaMigration... migrations) {
        this.migrations = migrations;
    }

    /** Creates a database; returns its name. */
    public String create(String version) {
        synchronized (MigratedDatabases.class) {
            return copyOf(templateOf(MigrationVersion.fromVersion(version)));
        }
    }

    public void migrate(String database, String version) {
        migrate(database, MigrationVersion.fromVersion(version));
    }

    private void migrate(String database, MigrationVersion version) {
        Flyway.configure()
                .dataSource(sourceOf(database))
                .javaMigrations(migrations)
                .placeholders(Map.of("service", OWNER, "organisation", "某局"))
                .target(version)
                .load()
                .migrate();
    }

    public static DataSource sourceOf(String database) {
        return server().getDatabase(OWNER, database);
    }

    public static void drop(String database) {
        execute("drop database " + database + " with (force)");
    }

    private String templateOf(MigrationVersion version) {
        var template = templates.get(version);
        if (template == null) {
            var earlier = templates.lowerEntry(version);
            template = copyOf(earlier == null ? "template1" : earlier.getValue());
            migrate(template, version);
            templates.put(version, template);
        }
        return template;
    }

    private static String copyOf(String template) {
        var name = "migrated_" + NUMBERS.incrementAndGet();
        execute("create database " + name + " template " + template);
        return name;
    }

    private static void execute(String sql) {
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            }
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }
}
