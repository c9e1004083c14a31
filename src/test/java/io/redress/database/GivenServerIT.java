package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.PackagedService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenServerIT {

    @TempDir
    Path folder;

    @Test
    void with_a_db_url_the_service_uses_that_server_and_starts_none_of_its_own() throws Exception {
        try (var server = EmbeddedDatabase.start(folder.resolve("server"));
                var service = PackagedService.in(Files.createDirectory(folder.resolve("service")))
                        .environment("DB_URL", server.url())
                        .environment("DB_USERNAME", server.username())
                        .environment("DB_PASSWORD", server.password())
                        .start()) {
            assertThat(service.output()).contains(server.url());
            assertThat(folder.resolve("service/data")).doesNotExist();
        }
    }
}
