package io.redress.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.redress.common.time.AdjustableClock;
import io.redress.seed.DemoReplay.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demonstration in a database that is not empty; a stub with a few fixed responses replaces the service. */
class DemoReplayTest {

    private static final String SIGN_IN = "POST /api/v1/session";
    private static final Map<String, String> SIGNED_IN = Map.of(
            SIGN_IN,
            "{}",
            "DELETE /api/v1/session",
            "",
            "GET /api/v1/access-tokens",
            "{\"items\":[],\"next\":null}",
            "GET /api/v1/access-tokens/scopes",
            "{\"items\":[{\"scope\":\"platforms:read\"}],\"next\":null}",
            "POST /api/v1/access-tokens",
            "{\"id\":\"t1\",\"secret\":\"secret\"}",
            "DELETE /api/v1/access-tokens/t1",
            "",
            "GET /api/v1/platforms",
            "{\"items\":[{\"name\":\"钱眼金融\"}],\"next\":null}");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Map<String, String> answers;
    private HttpServer service;

    @BeforeEach
    void listen() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            var answer = answers.get(request);
            var body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Set-Cookie", "redress_session=secret; Path=/");
            exchange.sendResponseHeaders(answer == null ? 401 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private State load(DemoProgress.Done... done) throws IOException, InterruptedException {
        var json = new ObjectMapper();
        var progress = new DemoProgress(null) {
            @Override
            List<Done> read() {
                return List.of(done);
            }
        };
        var replay = new DemoReplay(null, json, new AdjustableClock(), null, null, progress, null, true);
        var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        return replay.loadOnce(new DemoClient(address, json));
    }

    private static Map<String, String> latestWeek(String items) {
        var answers = new HashMap<>(SIGNED_IN);
        answers.put("GET /api/v1/reporting-weeks?limit=1", "{\"items\":[" + items + "]}");
        return answers;
    }

    @Test
    void a_database_with_other_accounts_is_not_changed() throws IOException, InterruptedException {
        answers = Map.of();
        assertThat(load()).isEqualTo(State.OFF);
        assertThat(requests).containsExactly(SIGN_IN);
    }

    @Test
    void a_partly_loaded_year_of_an_earlier_version_is_detected() throws IOException, InterruptedException {
        answers = latestWeek("");
        assertThat(load()).isEqualTo(State.PARTIAL);
        answers = latestWeek("{\"endsOn\":\"2022-01-02\"}");
        assertThat(load()).isEqualTo(State.PARTIAL);
        answers = latestWeek("{\"endsOn\":\"2026-11-22\"}");
        assertThat(load()).isEqualTo(State.DONE);
        assertThat(requests).doesNotContain("POST /api/v1/platforms").contains("DELETE /api/v1/access-tokens/t1");
    }

    @Test
    void a_loaded_year_is_not_changed_when_a_later_version_has_more_steps() throws IOException, InterruptedException {
        answers = SIGNED_IN;
        var steps = DemoSteps.read(new ObjectMapper());
        var last = steps.get(steps.size() - 1);
        assertThat(load(new DemoProgress.Done(steps.size() - 100, last.ref(), "/api/v1/attention-entries/a1")))
                .isEqualTo(State.DONE);
        assertThat(requests)
                .noneMatch(request -> request.startsWith("POST") && SIGNED_IN.get(request) == null)
                .contains("DELETE /api/v1/access-tokens/t1");
    }

    @Test
    void tokens_of_an_interrupted_load_are_revoked() throws IOException, InterruptedException {
        answers = latestWeek("{\"endsOn\":\"2026-11-22\"}");
        answers.put(
                "GET /api/v1/access-tokens",
                "{\"items\":[{\"id\":\"old\",\"name\":\"演示数据载入\"},"
                        + "{\"id\":\"own\",\"name\":\"报表\"}],\"next\":null}");
        answers.put("DELETE /api/v1/access-tokens/old", "");
        assertThat(load()).isEqualTo(State.DONE);
        assertThat(requests)
                .contains("DELETE /api/v1/access-tokens/old")
                .doesNotContain("DELETE /api/v1/access-tokens/own");
    }
}
