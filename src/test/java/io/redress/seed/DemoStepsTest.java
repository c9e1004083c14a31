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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change is made once, whatever became of its first attempt; the service is played by one record with a version. */
class DemoStepsTest {

    private static final String RECORD = "/api/v1/registrations/r1";

    /** What becomes of the first attempt of the change. */
    private enum Trouble {
        NONE,
        BEFORE_THE_EFFECT,
        AFTER_THE_EFFECT,
        REFUSED
    }

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
        service.createContext(RECORD, exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
            answer(exchange, 200, "{}");
        });
        service.createContext(RECORD + "/verify", this::verify);
        service.start();
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
        return new DemoSteps(new DemoClient(address, new ObjectMapper()), progress, LocalDate.of(2022, 1, 3));
    }

    private static Step verify() {
        return new Step(null, DemoAccount.CHIEF, "verify", null, "r1", new ObjectMapper().createObjectNode());
    }

    @Test
    void a_change_that_failed_without_its_effect_is_made_although_the_record_was_touched_since() throws Exception {
        trouble = Trouble.BEFORE_THE_EFFECT;
        steps().take(verify());
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void a_change_that_failed_with_its_effect_is_not_made_twice() throws Exception {
        trouble = Trouble.AFTER_THE_EFFECT;
        steps().take(verify());
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void only_the_first_change_after_an_interruption_may_have_been_made_before() throws Exception {
        var steps = steps();
        trouble = Trouble.REFUSED;
        steps.take(verify());
        assertThat(changes).isZero();
        trouble = Trouble.REFUSED;
        assertThatThrownBy(() -> steps.take(verify())).isInstanceOf(DemoRefused.class);
    }
}
