package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security headers of every response, and details that no response may give away. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecurityHeadersTest {

    private static final String DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final Pattern BANNER =
            Pattern.compile("(?i)quarkus|vert\\.?x|netty|resteasy|java/|openjdk|postgresql|swagger-ui[ /]v?\\d");

    @Inject
    People people;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private static Response get(String address) {
        return RestAssured.given().noFilters().urlEncodingEnabled(false).get(address);
    }

    private static void assertDressed(Response response) {
        ALWAYS.forEach((name, value) ->
                assertThat(response.headers().getValues(name)).as(name).containsExactly(value));
        assertThat(response.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(response.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src '")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:");
        assertThat(response.headers().getValues("Cache-Control")).hasSize(1);
        for (var telling : List.of("Server", "X-Powered-By", "Via", "X-Quarkus-Version")) {
            assertThat(response.headers().getValues(telling)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/q",
                "/q/nothing",
                "/q/health",
                "/q/health/ready",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/swagger-ui/index.html",
                "/q/swagger-ui/start.js",
                "/q/swagger-ui/swagger-ui.css",
                "/q/swagger-ui/nothing",
                "/schemas/bulletin-1.json",
                "/schemas/../nothing",
                "/api/v1",
                "/api/v1/me",
                "/api/v1/nothing",
                "/api/probe?from=%00"
            })
    void every_address_sends_security_headers_whatever_the_status(String address) {
        var response = get(address);
        assertDressed(response);
        var isCode = response.contentType().matches("text/(css|javascript).*|application/yaml.*");
        if (!isCode) {
            assertThat(response.headers() + response.asString()).doesNotContainPattern(BANNER);
        }
    }

    @Test
    void every_operation_sends_security_headers_and_forbids_caching() {
        for (var role : new Role[] {Role.SECTION_CHIEF, Role.BRANCH_LIAISON}) {
            var visitor = new Visitor(people, role, null);
            for (var operation : Operation.all()) {
                var response = visitor.sendEmpty(operation);
                assertDressed(response);
                assertThat(response.header("Cache-Control"))
                        .as(operation.name())
                        .isEqualTo("no-store");
                if (!response.contentType().startsWith("text/html")) {
                    assertThat(response.header("Content-Security-Policy")).isEqualTo(DATA);
                }
            }
        }
    }

    @Test
    void a_response_without_caching_still_has_its_etag() {
        var platform = people.chief()
                .body(Map.of(
                        "name",
                        "缓存示例",
                        "kind",
                        "OTHER",
                        "stage",
                        "COLLAPSED",
                        "setOff",
                        List.of("RETURNS", "CONSUMPTION", "GOODS"),
                        "watched",
                        false))
                .post("/api/v1/platforms");
        assertThat(platform.header("ETag")).isEqualTo("\"0\"");
        assertThat(platform.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void metrics_are_available_only_on_the_management_interface() {
        assertThat(get("/q/metrics").statusCode()).isEqualTo(404);
        assertThat(management.getHost()).isIn("localhost", "127.0.0.1");
        var metrics = get(management.resolve("/q/metrics").toString());
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.asString()).contains("jvm_memory_used_bytes");
        assertDressed(metrics);
        assertDressed(get(management.resolve("/nothing").toString()));
    }

    @Test
    void the_health_endpoint_has_three_checks() {
        var health = get("/q/health").jsonPath();
        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.getList("checks.name", String.class))
                .containsExactlyInAnyOrder("database", "demonstration", "Database connections health check");
    }
}
