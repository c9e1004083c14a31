package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every invalid request gets a problem in the caller's language, whichever layer finds the error. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EdgeTest {

    private static final int LIMIT = 24 * 1024 * 1024;
    private static final int DOCUMENT_LIMIT = 1024 * 1024;
    private static final Pattern INSIDES =
            Pattern.compile("io\\.|java\\.|jackson|quarkus|vertx|Exception|\\.java|\\bat [a-z]+\\.");
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";

    @Inject
    People people;

    @TestHTTPResource("/")
    URI root;

    private static void isProblem(Response response, int status, String code, String language) {
        ValidatableResponse answer = response.then();
        answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Content-Language", language)
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status));
        assertThat(response.asString()).doesNotContainPattern(INSIDES);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-CN", "en,en"})
    void an_unknown_address_is_not_found(String asked, String language) {
        var request = people.clerk().header("Accept-Language", asked);
        isProblem(request.get("/api/v1/nothing"), 404, "not-found", language);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-CN", "en,en"})
    void a_wrong_method_is_refused_with_the_allowed_methods(String asked, String language) {
        var response = people.clerk().header("Accept-Language", asked).patch("/api/v1/platforms");
        isProblem(response, 405, "method-not-allowed", language);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-CN", "en,en"})
    void an_unsupported_media_type_is_refused(String asked, String language) {
        var response = people.chief()
                .header("Accept-Language", asked)
                .contentType("text/plain")
                .body("名称")
                .post("/api/v1/platforms");
        isProblem(response, 415, "unsupported-media-type", language);
    }

    @Test
    void a_format_that_is_not_offered_is_not_acceptable() {
        isProblem(people.clerk().accept("text/csv").get("/api/v1/platforms"), 406, "not-acceptable", "zh-CN");
    }

    @Test
    void an_invalid_id_is_not_found() {
        isProblem(people.clerk().get("/api/v1/platforms/7"), 404, "not-found", "zh-CN");
    }

    @ParameterizedTest
    @CsvSource({"abc", "%%%", "bGl2ZXN8MQ"})
    void a_broken_or_foreign_cursor_is_refused(String cursor) {
        var request = people.clerk().queryParam("cursor", cursor);
        isProblem(request.get("/api/v1/platforms"), 400, "foreign-cursor", "zh-CN");
    }

    @ParameterizedTest
    @CsvSource({"0,最小不能小于1", "10000,最大不能超过200", "many,不是整数。"})
    void a_limit_out_of_bounds_is_invalid(String limit, String message) {
        var response = people.clerk().queryParam("limit", limit).get("/api/v1/platforms");
        isProblem(response, 422, "invalid-request", "zh-CN");
        response.then().body("errors[0].pointer", equalTo("?limit")).body("errors[0].message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource({
        "role,GONE,'CLERK, AREA_OFFICER'",
        "roles,GONE,'CLERK, AREA_OFFICER'",
        "from,2021-02-30,date",
        "at,yesterday,date",
        "id,7,UUID",
        "flag,perhaps,'true, false'",
        "limit,1.5,whole number"
    })
    void an_invalid_query_parameter_is_reported_with_the_allowed_values(String name, String value, String told) {
        var response = people.nobody()
                .header("Accept-Language", "en")
                .queryParam(name, value)
                .get("/api/probe");
        isProblem(response, 422, "invalid-request", "en");
        response.then().body("errors[0].pointer", equalTo("?" + name)).body("errors[0].message", containsString(told));
    }

    @Test
    void valid_query_parameters_are_accepted() {
        people.nobody()
                .get(
                        "/api/probe?role=ADMIN&roles=CLERK&roles=ADMIN&from=2021-03-01&at=2021-03-01T00:00:00Z&flag=true&limit=7")
                .then()
                .statusCode(200)
                .body(equalTo("ADMIN [CLERK, ADMIN] 2021-03-01 2021-03-01T00:00:00Z null true 7"));
    }

    @ParameterizedTest
    @CsvSource({"'',422,invalid-request", "null,422,invalid-request", "[],422,invalid-request", "{,400,malformed-json"})
    void an_empty_or_incomplete_body_is_refused(String body, int status, String code) {
        isProblem(people.chief().body(body.getBytes()).post("/api/v1/platforms"), status, code, "zh-CN");
    }

    @ParameterizedTest
    @CsvSource({"garbage", "--b"})
    void a_malformed_multipart_body_is_refused(String body) {
        var request = people.nobody().contentType("multipart/form-data; boundary=b");
        isProblem(request.body(body.getBytes()).post("/api/probe/file"), 400, "malformed-request", "zh-CN");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/session,zh-CN", "/api/v1/session,en", "/api/probe/file,zh-CN", "/api/probe/file,en"})
    void a_body_over_the_limit_is_too_large_with_or_without_content_length(String path, String language)
            throws Exception {
        var isFile = path.endsWith("file");
        var body = new byte[(isFile ? LIMIT : DOCUMENT_LIMIT) * 2];
        Arrays.fill(body, (byte) ' ');
        if (isFile) {
            System.arraycopy(PART.getBytes(StandardCharsets.US_ASCII), 0, body, 0, PART.length());
        }
        for (var publisher : new BodyPublisher[] {
            BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
            var answer = send(path, language, publisher);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
            assertThat(answer.body())
                    .contains("/problems/too-large")
                    .contains(language.equals("en") ? "Too large" : "内容过大")
                    .doesNotContainPattern(INSIDES);
        }
    }

    @Test
    void a_file_within_the_limit_is_accepted_with_or_without_content_length() throws Exception {
        var body = (PART + "x".repeat(LIMIT / 2) + "\r\n--b--\r\n").getBytes(StandardCharsets.US_ASCII);
        var told = send("/api/probe/file", "en", BodyPublishers.ofByteArray(body));
        var untold = send("/api/probe/file", "en", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(told.body()).isEqualTo("a.pdf " + LIMIT / 2);
        assertThat(untold.body()).isEqualTo(told.body());
    }

    private HttpResponse<String> send(String path, String language, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", path.endsWith("file") ? "multipart/form-data; boundary=b" : "application/json")
                .header("Accept-Language", language)
                .POST(body);
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"/api/probe?from=%00,redress", "/api/probe/%00,redress", "/api/probe,no host at all"})
    void an_invalid_address_is_a_malformed_request(String address, String host) throws IOException {
        var answer = sendRaw("GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("/problems/malformed-request")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .doesNotContainPattern(INSIDES);
    }

    /** Quarkus refuses an invalid address before any of our code, and sends no body. */
    @ParameterizedTest
    @CsvSource({"/api/probe/%zz", "/%zz", "/api/probe?from=%zz"})
    void an_invalid_escape_is_refused_without_a_body(String address) throws IOException {
        assertThat(sendRaw("GET " + address + " HTTP/1.1\r\nHost: redress\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,地址过长", "en,The address is too long"})
    void an_address_that_is_too_long_is_refused(String language, String title) throws IOException {
        var answer = sendRaw("GET /api/probe?from=" + "a".repeat(8 * 1024)
                + " HTTP/1.1\r\nHost: redress\r\nAccept-Language: " + language + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("/problems/address-too-long", title);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,请求头过长", "en,The headers are too long"})
    void headers_that_are_too_long_are_refused(String language, String title) throws IOException {
        var answer = sendRaw("GET /api/probe HTTP/1.1\r\nHost: redress\r\nCookie: " + "a".repeat(32 * 1024)
                + "\r\nAccept-Language: " + language + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("/problems/headers-too-long", title);
    }

    private String sendRaw(String request) throws IOException {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
