package io.redress.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.PackagedService;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorIT {

    private static final Pattern SHOWN = Pattern.compile("shown this once\\): ([a-z0-9-]{19})");

    @TempDir
    Path folder;

    @Test
    void an_empty_installation_shows_the_administrators_password_once() throws Exception {
        startWithTooShortAPassword();
        try (var service = PackagedService.in(folder).start()) {
            var shown = SHOWN.matcher(service.output());
            assertThat(shown.find()).isTrue();
            given().contentType(ContentType.JSON)
                    .body(Map.of("username", "admin", "password", shown.group(1)))
                    .post(service.uri("/api/v1/session"))
                    .then()
                    .statusCode(200);
        }
        try (var service = PackagedService.in(folder).start()) {
            assertThat(SHOWN.matcher(service.output()).results()).hasSize(1);
        }
    }

    private void startWithTooShortAPassword() throws Exception {
        try (var service = PackagedService.in(folder)
                .unpacking()
                .environment("REDRESS_ADMIN_PASSWORD", "too short")
                .startWithoutWaiting()) {
            assertThat(service.awaitExit()).isEqualTo(2);
            assertThat(service.output().lines().filter(line -> line.contains("REDRESS_ADMIN_PASSWORD")))
                    .singleElement()
                    .asString()
                    .contains("12 至 200 个字符", "12 to 200 characters", "no account was opened");
            assertThat(service.output()).doesNotContain("too short", "Exception", "\tat ");
        }
    }
}
