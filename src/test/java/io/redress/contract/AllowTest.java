package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document, OPTIONS, and every refusal give the same methods for an address. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AllowTest {

    private static final String SOME_ID = "0198c0de-0000-4000-8000-000000000000";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW");

    @Inject
    People people;

    @TestHTTPResource("/")
    URI root;

    /** Paths of the OpenAPI document with their value of Allow. */
    private static Map<String, String> allowed() {
        var methods = new TreeMap<String, TreeSet<String>>();
        for (var operation : Operation.all()) {
            var path = methods.computeIfAbsent(operation.path(), each -> new TreeSet<>(List.of("OPTIONS")));
            path.add(operation.method());
            if (operation.method().equals("GET")) {
                path.add("HEAD");
            }
        }
        var allowed = new TreeMap<String, String>();
        methods.forEach((path, names) -> allowed.put(path, String.join(", ", names)));
        return allowed;
    }

    private static String address(String template) {
        return template.replaceAll("\\{[^}]+}", SOME_ID);
    }

    private RequestSpecification chief() {
        return people.chief().noFilters();
    }

    private static RequestSpecification nobody() {
        return RestAssured.given().noFilters();
    }

    @Test
    void options_of_every_path_lists_its_methods() {
        var wrong = new ArrayList<String>();
        allowed().forEach((path, methods) -> {
            for (var address : List.of(address(path), address(path) + "/")) {
                var response = nobody().options(address);
                if (response.statusCode() != 204 || !methods.equals(response.header("Allow"))) {
                    wrong.add(told("OPTIONS", address, response) + ", not " + methods);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_method_that_a_path_does_not_have_is_refused_with_the_allowed_methods() {
        var wrong = new ArrayList<String>();
        allowed()
                .forEach((path, methods) -> METHODS.stream()
                        .filter(method -> !List.of(methods.split(", ")).contains(method))
                        .forEach(method -> {
                            var response = chief().request(method, address(path));
                            if (response.statusCode() != 405 || !methods.equals(response.header("Allow"))) {
                                wrong.add(told(method, path, response) + ", not " + methods);
                            }
                        }));
        assertThat(wrong).isEmpty();
    }

    private static String told(String method, String path, Response response) {
        return method + " " + path + " is answered " + response.statusCode() + " and Allow: "
                + response.header("Allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/icon.svg",
                "/licenses.txt",
                "/schemas/bulletin-1.json",
                "/register",
                "/q/health",
                "/q/health/ready",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/swagger-ui/index.html",
                "/q/swagger-ui/start.js"
            })
    void pages_and_files_allow_only_reading_methods(String address) {
        nobody().options(address).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW")) {
            nobody().contentType("application/json")
                    .body("{}")
                    .request(method, address)
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD, OPTIONS")
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/method-not-allowed"));
        }
        var read = nobody().accept("text/html").redirects().follow(false).get(address);
        var head = nobody().accept("text/html").redirects().follow(false).head(address);
        assertThat(head.statusCode()).isEqualTo(read.statusCode()).isLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/v2/platforms", "/api/v1/platforms/1/2/3"})
    void an_unknown_api_address_gives_404_for_every_method(String address) {
        for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(chief().accept("*/*").request(method, address).statusCode())
                    .as(method + " " + address)
                    .isEqualTo(404);
        }
        assertThat(chief().accept("text/html").get(address).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/nothing.txt", "/q/nothing", "/q"})
    void a_missing_file_gives_404_for_every_method(String address) {
        for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(nobody().request(method, address).statusCode())
                    .as(method + " " + address)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html", "image/png"})
    void the_page_has_a_nonce_and_is_not_cached_for_any_accept_header(String accepted) {
        for (var address : List.of("/", "/index.html", "//", "/./index.html", "/%69ndex.html")) {
            nobody().urlEncodingEnabled(false)
                    .accept(accepted)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType("text/html;charset=UTF-8")
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", containsString("'nonce-"))
                    .body(containsString("id=\"root\""), not(containsString("__NONCE__")));
            nobody().urlEncodingEnabled(false)
                    .accept(accepted)
                    .head(address)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", containsString("'nonce-"))
                    .body(equalTo(""));
        }
    }

    /** No Accept header, like some monitors, or curl on demand. */
    @Test
    void the_page_has_a_nonce_without_an_accept_header() throws Exception {
        var request = HttpRequest.newBuilder(root).build();
        var page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("id=\"root\"").doesNotContain("__NONCE__");
    }
}
