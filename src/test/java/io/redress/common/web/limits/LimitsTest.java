package io.redress.common.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.account.Role;
import io.redress.testing.AtOnce;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rate, time and size limits: the service refuses callers over a limit, tells them to retry, and serves the others. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(LimitsTest.Tight.class)
class LimitsTest {

    private static final int OF_ACCOUNT = 60;
    private static final int FROM_ADDRESS = 300;
    private static final int UNFINISHED = 5;

    /** Longer than the time limit for the body of the largest document. */
    private static final int LATE = 3_500;

    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "redress.limits.requests-per-minute", Integer.toString(OF_ACCOUNT),
                    "redress.limits.requests-per-minute-per-address", Integer.toString(FROM_ADDRESS),
                    "redress.limits.concurrent-uploads", "1",
                    "redress.limits.body-timeout", "1s",
                    "redress.limits.pending-bodies-per-address", Integer.toString(UNFINISHED),
                    "redress.limits.max-document-size", "64K",
                    "redress.limits.statement-timeout", "10s",
                    "redress.limits.lock-timeout", "500ms",
                    "quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Owner owner;

    @TestHTTPResource("/")
    URI root;

    private String token;

    private static RequestSpecification from(String address, RequestSpecification request) {
        return request.header("X-Forwarded-For", address);
    }

    private static void isTooMany(Response response, int most) {
        response.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .body("detail", containsString(Integer.toString(most)));
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 60 / OF_ACCOUNT + 1);
    }

    /** More than the limit, because part of it refills meanwhile; concurrent, because one thread may be too slow. */
    private static Response askUntilRefused(Supplier<RequestSpecification> request, int most) {
        var refusal = new AtomicReference<Response>();
        Callable<Response> asking = () -> {
            for (var asked = 0; asked < 3 * most && refusal.get() == null; asked++) {
                var answer = request.get().get("/api/v1/me");
                if (answer.statusCode() == 429) {
                    refusal.set(answer);
                }
            }
            return refusal.get();
        };
        AtOnce.all(Collections.nCopies(4, asking));
        assertThat(refusal.get()).as("a refusal").isNotNull();
        return refusal.get();
    }

    @Test
    void the_rate_limit_of_an_account_does_not_affect_others() {
        Supplier<RequestSpecification> busy = () -> people.as(Role.CLERK, Register.CHENGXI);
        isTooMany(askUntilRefused(() -> from("10.9.0.1", busy.get()), OF_ACCOUNT), OF_ACCOUNT);
        isTooMany(askUntilRefused(() -> from("10.9.0.2", busy.get()), OF_ACCOUNT / 10), OF_ACCOUNT);
        from("10.9.0.1", people.clerk()).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void a_caller_is_served_again_after_the_retry_after() throws InterruptedException {
        Supplier<RequestSpecification> busy = () -> from("10.9.1.1", people.as(Role.DIRECTOR, null));
        var refused = askUntilRefused(busy, OF_ACCOUNT);
        Thread.sleep(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After")))
                .toMillis());
        busy.get().get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void the_rate_limit_of_an_address_applies_before_authentication() {
        isTooMany(askUntilRefused(() -> from("10.9.2.1", people.nobody()), FROM_ADDRESS), FROM_ADDRESS);
        isTooMany(askUntilRefused(() -> from("10.9.2.1", people.chief()), FROM_ADDRESS / 20), FROM_ADDRESS);
        from("10.9.2.2", people.chief()).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void a_slow_body_ends_the_connection() throws IOException, InterruptedException {
        var begun = Instant.now();
        try (var socket = begin("POST /api/v1/session", "application/json", 20)) {
            assertThat(closesWhileDripping(socket)).isTrue();
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\n\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b",
                "\r\n"
            })
    void a_late_response_reaches_the_caller_whatever_body_was_sent(String rest) throws IOException {
        var answer = sendRaw(
                "POST /api/probe/late?millis=" + LATE + " HTTP/1.1\r\nHost: redress\r\nConnection: close\r\n" + rest);
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("late: ");
    }

    @Test
    void a_late_response_reaches_a_caller_who_uploaded_a_file() throws IOException {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nx\r\n--b--\r\n";
        for (var length : List.of(
                "Content-Length: " + body.length() + "\r\n\r\n" + body,
                "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n")) {
            var answer = sendRaw("POST /api/probe/file?millis=" + LATE
                    + " HTTP/1.1\r\nHost: redress\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\n" + length);
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("a.pdf 1");
        }
    }

    private String sendRaw(String request) throws IOException {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void an_upload_that_stalls_or_is_too_slow_ends_its_connection() throws IOException, InterruptedException {
        try (var stalled = begin("POST /api/probe/file", "multipart/form-data; boundary=b", 20 * 1024 * 1024)) {
            stalled.setSoTimeout(60_000);
            stalled.getOutputStream().write("--b\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(endsWithin(stalled)).isTrue();
        }
        try (var dripping = begin("POST /api/probe/file", "multipart/form-data; boundary=b", 20 * 1024 * 1024)) {
            assertThat(closesWhileDripping(dripping)).isTrue();
        }
    }

    private static boolean endsWithin(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes().length >= 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void hundreds_of_stalled_callers_do_not_block_other_callers() throws IOException {
        var waiting = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 220; i++) {
                waiting.add(beginUnknown("10.8." + i + ".1"));
            }
            for (var i = 0; i < 20; i++) {
                var asked = Instant.now();
                from("10.7.0.1", people.nobody())
                        .body(Map.of("username", "nobody" + i, "password", "wrong"))
                        .post("/api/v1/session")
                        .then()
                        .statusCode(401);
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMinutes(1));
            }
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void an_upload_that_is_refused_before_it_was_read_does_not_keep_its_connection() throws IOException {
        try (var refused = begin("POST /api/v1/accounts", "multipart/form-data; boundary=b", 20 * 1024 * 1024)) {
            refused.setSoTimeout(60_000);
            assertThat(endsWithin(refused)).isTrue();
        }
    }

    @Test
    void the_number_of_unfinished_bodies_of_an_address_is_limited() throws IOException, InterruptedException {
        var waiting = new ArrayList<Socket>();
        try {
            var refused = signIn("10.8.0.2");
            for (var tries = 0; tries < 10 && refused.statusCode() != 429; tries++) {
                // They start again each time: on a slow machine their time limit is over before the test's request.
                for (var i = 0; i < UNFINISHED; i++) {
                    waiting.add(beginUnknown("10.8.0.2"));
                }
                refused = signIn("10.8.0.2");
            }
            refused.then().statusCode(429).body("type", equalTo("/problems/too-many-unfinished"));
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            signIn("10.8.0.3").then().statusCode(401);
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
        var answer = signIn("10.8.0.2");
        for (var tries = 0; tries < 50 && answer.statusCode() == 429; tries++) {
            Thread.sleep(100);
            answer = signIn("10.8.0.2");
        }
        answer.then().statusCode(401);
    }

    private Response signIn(String address) {
        return from(address, people.nobody())
                .body(Map.of("username", "nobody-" + UUID.randomUUID(), "password", "wrong"))
                .post("/api/v1/session");
    }

    /** Sends one byte of five hundred. */
    private Socket beginUnknown(String address) throws IOException {
        var socket = new Socket(root.getHost(), root.getPort());
        socket.getOutputStream()
                .write(("POST /api/v1/session HTTP/1.1\r\nHost: redress\r\nContent-Type: application/json\r\n"
                                + "X-Forwarded-For: " + address + "\r\nContent-Length: 500\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static boolean closesWhileDripping(Socket socket) throws InterruptedException, IOException {
        socket.setSoTimeout(1);
        for (var drop = 0; drop < 19; drop++) {
            try {
                socket.getOutputStream().write(' ');
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException stillOpen) {
                Thread.sleep(1_500);
            } catch (IOException closed) {
                return true;
            }
        }
        return false;
    }

    /** Issued once, because its owner is rate-limited, too. */
    private String token() {
        if (token == null) {
            token = people.scriptTokenOf(Role.CLERK);
        }
        return token;
    }

    private int callers;

    private Socket begin(String request, String type, int length) throws IOException {
        var socket = new Socket(root.getHost(), root.getPort());
        socket.getOutputStream()
                .write((request + " HTTP/1.1\r\nHost: redress\r\nContent-Type: " + type + "\r\nContent-Length: "
                                + length + "\r\n"
                                // The tests' own endpoint needs no sign-in and has no rate limit.
                                + (request.contains("/probe/") ? "" : "Authorization: Bearer " + token() + "\r\n")
                                + "X-Forwarded-For: 10.6.0." + ++callers % 250 + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void an_upload_over_the_limit_gets_a_retry_after_and_succeeds_later() throws IOException, InterruptedException {
        var path = "/api/v1/registrations/" + UUID.randomUUID() + "/evidence";
        // Sign in first: it would take longer than the stalled upload lasts.
        people.as(Role.SECTION_CHIEF, null);
        token();
        var refused = uploadBesideOneThatStalls(path);
        for (var tries = 0; tries < 20 && refused.statusCode() != 503; tries++) {
            refused = uploadBesideOneThatStalls(path);
        }
        refused.then().statusCode(503).body("type", equalTo("/problems/busy"));
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        await(path, 415);
    }

    /** A new stalled upload each time: on a slow machine its time limit is over before the other arrives. */
    private Response uploadBesideOneThatStalls(String path) throws IOException, InterruptedException {
        try (var stalled = begin("POST " + path, "multipart/form-data; boundary=b", 20 * 1024 * 1024)) {
            Thread.sleep(100);
            return upload(path);
        }
    }

    private Response await(String path, int status) throws InterruptedException {
        var answer = upload(path);
        for (var tries = 0; tries < 50 && answer.statusCode() != status; tries++) {
            Thread.sleep(100);
            answer = upload(path);
        }
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private Response upload(String path) {
        return from("10.9.3." + (int) (Math.random() * 250), people.as(Role.SECTION_CHIEF, null))
                .contentType("multipart/form-data")
                .multiPart("kind", "OTHER")
                .multiPart("file", "a.bin", new byte[] {0, 1}, "application/octet-stream")
                .post(path);
    }

    @Test
    void a_request_that_waits_too_long_for_a_lock_gives_503_and_changes_nothing() throws SQLException {
        var registration = register.register(register.platform());
        String id = registration.get("id");
        try (var connection = owner.connect();
                var lock = connection.prepareStatement("select 1 from registration where id = ?::uuid for update")) {
            connection.setAutoCommit(false);
            lock.setString(1, id);
            lock.executeQuery();
            var refused = withdraw(id, registration.getInt("version"));
            refused.then().statusCode(503).body("type", equalTo("/problems/busy"));
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            connection.rollback();
        }
        from("10.9.4.1", people.chief())
                .get("/api/v1/registrations/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(registration.getInt("version")));
        withdraw(id, registration.getInt("version")).then().statusCode(200);
    }

    private Response withdraw(String id, int version) {
        return from("10.9.4.1", people.chief())
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("reason", "本人要求撤回"))
                .post("/api/v1/registrations/" + id + "/withdraw");
    }
}
