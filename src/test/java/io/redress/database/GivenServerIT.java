package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.privacy.software.KeyFile;
import io.redress.testing.PackagedService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenServerIT {

    @TempDir
    Path folder;

    private static final String ONE_ROLE = "only triggers guard the audit trail";

    @Test
    void with_a_db_url_the_service_uses_that_server_and_starts_no_embedded_one() throws Exception {
        try (var server = EmbeddedDatabase.start(folder.resolve("server"));
                var service = PackagedService.in(Files.createDirectory(folder.resolve("service")))
                        .environment("REDRESS_KEYS_FILE", keys())
                        .environment("DB_URL", server.service().url())
                        .environment("DB_USERNAME", server.service().username())
                        .environment("DB_PASSWORD", server.service().password())
                        .environment("DB_OWNER_USERNAME", server.owner().username())
                        .environment("DB_OWNER_PASSWORD", server.owner().password())
                        .start()) {
            assertThat(service.output()).contains(server.service().url()).doesNotContain(ONE_ROLE);
            assertThat(folder.resolve("service/data/database")).doesNotExist();
        }
    }

    @Test
    void a_server_with_one_role_works_and_the_service_logs_the_disadvantage() throws Exception {
        try (var server = EmbeddedDatabase.start(folder.resolve("server"));
                var service = PackagedService.in(Files.createDirectory(folder.resolve("service")))
                        .environment("REDRESS_KEYS_FILE", keys())
                        .environment("DB_URL", server.owner().url())
                        .environment("DB_USERNAME", server.owner().username())
                        .environment("DB_PASSWORD", server.owner().password())
                        .start()) {
            assertThat(service.output()).contains(ONE_ROLE);
        }
    }

    private String keys() {
        var keys = new KeyFile(folder.resolve("redress.keys"));
        keys.create();
        return keys.toString();
    }
}
