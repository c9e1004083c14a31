package io.redress.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.seed.DemoSteps.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The requests for the demonstration's steps. A change is made once, whatever happened to its first attempt. A stub
 * replaces the service: one record with a version, and lists that all have the same item.
 */
class DemoStepsTest {

    private static final String RECORD = "/api/v1/registrations/r1";

    /** How the first attempt of the change fails. */
    private enum Trouble {
        NONE,
        BEFORE_THE_EFFECT,
        AFTER_THE_EFFECT,
        REFUSED
    }

    /** A reference: after a slash or an equals sign in a path, after a quotation mark in a body. */
    private static final Pattern NAME = Pattern.compile("[/=\"]@([\\w+-]+)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private Trouble trouble = Trouble.NONE;
    private int version = 7;
    private int changes;

    @BeforeEach
    void listen() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var body = exchange.getRequestURI().getPath().endsWith("/access-tokens")
                    ? "{\"id\":\"t1\",\"secret\":\"secret\"}"
                    : "{}";
            exchange.getResponseHeaders().add("Set-Cookie", "redress_session=secret; Path=/");
            answer(exchange, 200, body);
        });
        for (var list : List.of("accounts", "bulletins", "platforms", "reporting-weeks")) {
            service.createContext("/api/v1/" + list, this::list);
        }
        service.createContext(RECORD, exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
            answer(exchange, 200, "{}");
        });
        service.createContext(RECORD + "/verify", this::verify);
        service.start();
    }

    private void list(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().toString();
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var request = new StringJoiner(" ").add(method).add(path);
        for (var header : List.of("Idempotency-Key", "If-Match")) {
            if (headers.containsKey(header)) {
                request.add(header + ": " + headers.getFirst(header));
            }
        }
        requests.add(body.isEmpty() ? request.toString() : request.add(body).toString());
        exchange.getResponseHeaders().add("Location", "http://localhost" + path + "/new");
        if (path.endsWith("/close")) {
            answer(exchange, 409, "{\"type\":\"/problems/week-already-closed\"}");
        } else if (method.equals("GET") && path.endsWith("/found")) {
            answer(exchange, 405, "{}");
        } else {
            answer(exchange, 200, "{\"items\":[{\"id\":\"found\",\"username\":\"liaison\",\"version\":3}]}");
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        var now = trouble;
        trouble = Trouble.NONE;
        var isCurrent = exchange.getRequestHeaders().getFirst("If-Match").equals("\"" + version + "\"");
        if (now == Trouble.REFUSED) {
            answer(exchange, 409, "{}");
        } else if (now == Trouble.BEFORE_THE_EFFECT || !isCurrent) {
            answer(exchange, now == Trouble.BEFORE_THE_EFFECT ? 503 : 412, "{}");
        } else {
            version++;
            changes++;
            answer(exchange, now == Trouble.AFTER_THE_EFFECT ? 503 : 200, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private DemoSteps steps() {
        var progress = new DemoProgress(null) {
            @Override
            List<Done> read() {
                return List.of(new Done(0, "r1", RECORD));
            }

            @Override
            void add(Done done) {}
        };
        var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        return new DemoSteps(new DemoClient(address, JSON), progress, LocalDate.of(2022, 1, 3));
    }

    private static Step step(String line) {
        return DemoSteps.step(line.replace('\'', '"'), JSON);
    }

    private static Step verify() {
        return step("{'as':'chief','post':'/api/v1/registrations/@r1/verify','body':{}}");
    }

    @Test
    void a_name_in_a_path_or_a_body_is_replaced_by_the_id_of_the_record() throws Exception {
        var steps = steps();
        steps.take(step("{'as':'chief','post':'/api/v1/platforms','ref':'p','body':{'first':{'id':'@r1'}}}"));
        steps.take(step("{'as':'chief','post':'/api/v1/platforms/@p/branches','ref':'b','body':{'ids':['@p','@r1']}}"));
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/platforms Idempotency-Key: demo-2021-p {\"first\":{\"id\":\"r1\"}}",
                        "POST /api/v1/platforms/new/branches Idempotency-Key: demo-2021-b {\"ids\":[\"new\",\"r1\"]}");
    }

    @Test
    void a_name_can_be_a_day_relative_to_today() throws Exception {
        steps().take(step("{'as':'chief','post':'/api/v1/platforms','ref':'p','body':{'on':'@today+5'}}"));
        assertThat(requests)
                .containsExactly("POST /api/v1/platforms Idempotency-Key: demo-2021-p {\"on\":\"2022-01-08\"}");
    }

    @Test
    void a_get_step_gives_its_name_to_the_first_record_found() throws Exception {
        var steps = steps();
        steps.take(step("{'as':'clerk','get':'/api/v1/bulletins?status=DRAFT&platformId=@r1','ref':'b'}"));
        steps.take(step("{'as':'clerk','post':'/api/v1/platforms','ref':'p','body':{'id':'@b'}}"));
        assertThat(requests)
                .containsExactly(
                        "GET /api/v1/bulletins?status=DRAFT&platformId=r1",
                        "POST /api/v1/platforms Idempotency-Key: demo-2021-p {\"id\":\"found\"}");
    }

    @Test
    void an_account_is_named_by_its_username_and_its_version_is_read_from_the_list() throws Exception {
        steps().take(step("{'as':'admin','put':'/api/v1/accounts/@liaison','body':{'branchId':'@r1'}}"));
        assertThat(requests).contains("PUT /api/v1/accounts/found If-Match: \"3\" {\"branchId\":\"r1\"}");
    }

    @Test
    void a_week_that_is_already_closed_is_no_error() throws Exception {
        var steps = steps();
        steps.take(verify());
        steps.take(step("{'as':'chief','post':'/api/v1/reporting-weeks/2021-01-03/close','body':{}}"));
        assertThat(requests).containsExactly("POST /api/v1/reporting-weeks/2021-01-03/close {}");
    }

    @Test
    void every_name_in_the_file_is_defined_by_an_earlier_step_or_an_account() throws IOException {
        var names =
                Stream.of(DemoAccount.values()).map(account -> account.username).collect(Collectors.toSet());
        for (var step : DemoSteps.read(JSON)) {
            var used = NAME.matcher(step.path() + " " + step.body());
            assertThat(used.results().map(name -> name.group(1)).filter(name -> !name.startsWith("today+")))
                    .as(step.toString())
                    .isSubsetOf(names);
            if (step.ref() != null) {
                assertThat(names.add(step.ref())).as(step.toString()).isTrue();
            }
        }
    }

    @Test
    void a_change_that_failed_without_effect_is_repeated_even_if_the_record_has_changed() throws Exception {
        trouble = Trouble.BEFORE_THE_EFFECT;
        steps().take(verify());
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void a_change_that_failed_after_its_effect_is_not_repeated() throws Exception {
        trouble = Trouble.AFTER_THE_EFFECT;
        steps().take(verify());
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void only_the_first_change_after_an_interruption_is_checked_for_its_effect() throws Exception {
        var steps = steps();
        trouble = Trouble.REFUSED;
        steps.take(verify());
        assertThat(changes).isZero();
        trouble = Trouble.REFUSED;
        assertThatThrownBy(() -> steps.take(verify())).isInstanceOf(DemoRefused.class);
    }
}
