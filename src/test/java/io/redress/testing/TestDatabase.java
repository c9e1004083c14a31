package io.redress.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.redress.privacy.KeyFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A real PostgreSQL for the tests, forgotten when they end; it need not survive anything, so it skips the disk. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private final KeyFile keys =
            new KeyFile(Path.of("target", "test-keys", UUID.randomUUID().toString(), "redress.keys"));
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("lc-ctype", "C.UTF-8")
                    .setServerConfig("max_connections", "60")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.create();
        return Map.of(
                "redress.keys.file",
                keys.toString(),
                "quarkus.datasource.jdbc.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "");
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
