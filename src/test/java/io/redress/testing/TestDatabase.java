package io.redress.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.redress.privacy.software.KeyFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A real PostgreSQL for the tests, deleted when they end; nothing has to survive, so it runs without fsync. As in
 * production the service's account does not own the tables, so every test shows that it needs no more rights.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "not asked for";

    private final Path folder = Path.of("target", "test-keys", UUID.randomUUID().toString());
    private final KeyFile keys = new KeyFile(folder.resolve("redress.keys"));
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("lc-ctype", "C.UTF-8")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("logging_collector", "on")
                    // Log rotation is off: Listening reads on in one file.
                    .setServerConfig("log_rotation_size", "0")
                    .setServerConfig("log_rotation_age", "0")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
            execute("create role redress login", "create role redress_owner login");
            execute("create database redress owner redress_owner");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        keys.create();
        return Map.of(
                "redress.keys.file",
                keys.toString(),
                "redress.audit.checkpoint",
                folder.resolve("audit-head").toString(),
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/redress",
                "quarkus.datasource.username",
                "redress",
                "quarkus.datasource.password",
                PASSWORD,
                "quarkus.flyway.username",
                "redress_owner",
                "quarkus.flyway.password",
                PASSWORD);
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
