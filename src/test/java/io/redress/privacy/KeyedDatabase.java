package io.redress.privacy;

import io.redress.file.V039__files_are_encrypted;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of migrations that encrypt: each has an empty PostgreSQL, and keys. */
abstract class KeyedDatabase {

    static final String DATABASE = "postgres";

    @TempDir
    Path folder;

    EmbeddedPostgres postgres;
    KeyFile keys;
    CryptoModule module;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        keys = new KeyFile(folder.resolve("redress.keys"));
        keys.create();
        module = new SoftwareModule(keys);
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    void migrateTo(String version) {
        migrateTo(version, DATABASE);
    }

    void migrateTo(String version, String database) {
        Flyway.configure()
                .dataSource(postgres.getDatabase("postgres", database))
                .javaMigrations(
                        new V010__encrypt_what_names_people(module),
                        new V038__free_text_is_encrypted(module),
                        new V039__files_are_encrypted(module))
                .placeholders(Map.of("service", "postgres", "organisation", "某局"))
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of every row. */
    List<String> strings(String sql) throws SQLException {
        try (var connection = connect()) {
            return strings(connection, sql);
        }
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
