package io.redress.common.start;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.database.EmbeddedDatabase;
import io.redress.testing.FreshOffice;
import io.redress.testing.PackagedService;
import io.redress.testing.PackagedService.Launch;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program with various settings: start, refusals and log. */
class PackagedSettingsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a long ${secret} password";

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n").toString();
    }

    /** On an external server, with all secrets in files; the log is JSON. */
    private Launch launch(EmbeddedDatabase server, String jsonLog) throws IOException {
        return PackagedService.in(folder)
                .environment("DB_URL", server.service().url())
                .environment("DB_USERNAME", server.service().username())
                .environment("DB_PASSWORD_FILE", file("db", server.service().password()))
                .environment("DB_OWNER_USERNAME", server.owner().username())
                .environment(
                        "DB_OWNER_PASSWORD_FILE", file("owner", server.owner().password()))
                .environment("REDRESS_ADMIN_PASSWORD_FILE", file("admin", PASSWORD))
                .environment(jsonLog, "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUARKUS_LOG_CONSOLE_JSON", "QUARKUS_LOG_CONSOLE_JSON_ENABLED"})
    void secrets_are_read_from_files_and_the_log_is_written_as_json(String jsonLog) throws Exception {
        try (var server = EmbeddedDatabase.start(folder.resolve("server"))) {
            var launch = launch(server, jsonLog);
            launch.run("create-keys").awaitExit();
            try (var service = launch.start()) {
                given().contentType(ContentType.JSON)
                        .body(Map.of("username", "admin", "password", PASSWORD))
                        .post(service.uri("/api/v1/session"))
                        .then()
                        .statusCode(200);
                var started = lines(service).stream()
                        .filter(line -> line.path("message").asText().startsWith("redress "))
                        .toList();
                assertThat(started).singleElement().satisfies(line -> {
                    assertThat(line.path("level").asText()).isEqualTo("INFO");
                    assertThat(line.has("timestamp")).isTrue();
                });
                assertThat(service.output())
                        .doesNotContain(
                                PASSWORD,
                                server.service().password(),
                                server.owner().password());
            }
            try (var command = launch.run("verify-audit")) {
                assertThat(command.awaitExit()).isZero();
            }
        }
    }

    @Test
    void the_log_is_plain_text_by_default_and_reports_old_names_of_settings() throws Exception {
        try (var service = FreshOffice.in(folder)
                .environment("REDRESS_REPORTING_CLOSES_ITSELF", "false")
                .property("redress.limits.patience", "21s")
                .start()) {
            assertThat(service.output())
                    .contains(
                            "redress.reporting.closes-itself is called redress.reporting.auto-close now",
                            "redress.limits.patience is called redress.limits.body-timeout now")
                    .containsOnlyOnce("is called redress.limits.body-timeout now");
            assertThat(service.output()).containsPattern("INFO +\\[io\\.quarkus\\]");
            assertThat(lines(service)).isEmpty();
        }
    }

    @Test
    void an_invalid_hour_is_reported_in_one_line() throws Exception {
        try (var service = FreshOffice.in(folder)
                .property("redress.reporting.close-hour", "25")
                .startWithoutWaiting()) {
            assertThat(service.awaitExit()).isEqualTo(2);
            assertThat(service.output())
                    .contains("redress.reporting.close-hour 须为 1 到 24 / redress.reporting.close-hour must be 1 to 24")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_setting_with_its_old_name_is_read() throws Exception {
        try (var service = FreshOffice.in(folder)
                .property("redress.reporting.closes-at-hour", "25")
                .startWithoutWaiting()) {
            assertThat(service.awaitExit()).isEqualTo(2);
            assertThat(service.output()).contains("redress.reporting.close-hour must be 1 to 24");
        }
    }

    private static List<JsonNode> lines(PackagedService service) throws IOException {
        return service.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(line, e);
                    }
                })
                .toList();
    }

    @Test
    void a_secret_that_cannot_be_read_stops_the_service_and_the_commands() throws Exception {
        var missing = folder.resolve("missing").toString();
        refuses(
                PackagedService.in(Files.createDirectory(folder.resolve("one")))
                        .environment("MAIL_PASSWORD_FILE", missing),
                "MAIL_PASSWORD_FILE 所指的文件 " + missing + " 不存在 / the file " + missing
                        + " that MAIL_PASSWORD_FILE names does not exist");
        refuses(
                PackagedService.in(Files.createDirectory(folder.resolve("two")))
                        .environment("DB_PASSWORD", "hush")
                        .environment("DB_PASSWORD_FILE", file("db", "silence")),
                "DB_PASSWORD 与 DB_PASSWORD_FILE 只能设一个 / set either DB_PASSWORD or DB_PASSWORD_FILE, not both");
        refuses(
                PackagedService.in(Files.createDirectory(folder.resolve("three")))
                        .property("redress.admin.password-file", missing),
                "REDRESS_ADMIN_PASSWORD_FILE 所指的文件 " + missing + " 不存在 / the file " + missing
                        + " that REDRESS_ADMIN_PASSWORD_FILE names does not exist");
    }

    private static void refusesToStart(Launch launch, String words) throws Exception {
        try (var service = launch.startWithoutWaiting()) {
            assertThat(service.awaitExit()).isEqualTo(2);
            assertThat(service.output()).isEqualToIgnoringNewLines(words);
        }
    }

    private static void refuses(Launch launch, String words) throws Exception {
        refusesToStart(launch, words);
        try (var command = launch.run("verify-audit")) {
            assertThat(command.awaitExit()).isEqualTo(2);
            assertThat(command.output()).isEqualToIgnoringNewLines(words + words);
        }
    }

    @Test
    void a_management_port_in_use_is_reported_in_one_line() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();
            refusesToStart(
                    PackagedService.in(folder).property("quarkus.management.port", "" + port),
                    "管理端口 127.0.0.1:" + port + " 无法监听（Address already in use）；可另设 QUARKUS_MANAGEMENT_PORT"
                            + " / the management port 127.0.0.1:" + port
                            + " cannot be listened at (Address already in use); set QUARKUS_MANAGEMENT_PORT to another one");
        }
    }
}
