package io.redress.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Client of the service's public API for the demonstration. Each demonstration account has its own access token. */
final class DemoClient {

    private static final Logger LOG = Logger.getLogger(DemoClient.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SESSION = "redress_session=";
    private static final String IN_PERSON = "/problems/token-needs-session";
    private static final int LONGEST_TOKEN_DAYS = 366;
    private static final String TOKEN_NAME = "演示数据载入";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final URI service;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<DemoAccount, Token> tokens = new EnumMap<>(DemoAccount.class);

    private record Token(String id, String secret) {}

    DemoClient(URI service, ObjectMapper json) {
        this.service = service;
        this.json = json;
    }

    /**
     * The final response of the service.
     *
     * @param isRepeated whether an earlier attempt got no response or a 5xx; that attempt may have had its effect
     */
    record Answer(HttpResponse<String> response, boolean isRepeated) {

        int status() {
            return response.statusCode();
        }
    }

    private interface Attempt {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /** Whether the demonstration's accounts can sign in. */
    boolean isWelcome() throws IOException, InterruptedException {
        return untilAnswered("POST /api/v1/session", () -> signIn(DemoAccount.CHIEF))
                        .status()
                == 200;
    }

    /**
     * Retries with exponential backoff until the response is no transient failure: no connection, a timeout, 429 or
     * 5xx. After 429 it waits as Retry-After says. The log has one line for each pause of the greatest length.
     */
    private Answer untilAnswered(String what, Attempt attempt) throws InterruptedException {
        var isRepeated = false;
        for (var pause = Duration.ofMillis(250); ; pause = longer(pause)) {
            String trouble;
            try {
                var response = attempt.send();
                if (response.statusCode() == TOO_MANY_REQUESTS) {
                    var wait =
                            response.headers().firstValueAsLong("Retry-After").orElse(1);
                    Thread.sleep(Duration.ofSeconds(wait).toMillis());
                    continue;
                }
                if (response.statusCode() < SERVER_ERROR) {
                    return new Answer(response, isRepeated);
                }
                trouble = response.statusCode() + " " + response.body();
            } catch (IOException e) {
                trouble = e.toString();
            }
            isRepeated = true;
            if (pause.compareTo(LONGEST_PAUSE) >= 0) {
                LOG.warnf("loading the demonstration is waiting: %s: %s", what, trouble);
            }
            Thread.sleep(pause.toMillis());
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    JsonNode get(DemoAccount as, String path) throws IOException, InterruptedException {
        var answer = send(as, "GET", path, null, Map.of());
        if (answer.status() != 200) {
            throw new DemoRefused("GET " + path, answer.response());
        }
        return json.readTree(answer.response().body());
    }

    /** Sends a request; renews the token if it expired during the simulated year. */
    Answer send(DemoAccount as, String method, String path, JsonNode body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return untilAnswered(method + " " + path, () -> {
            if (!tokens.containsKey(as)) {
                tokens.put(as, issueToken(as));
            }
            var response = sendOnce(as, method, path, body, headers);
            if (response.statusCode() == 401) {
                tokens.put(as, issueToken(as));
                response = sendOnce(as, method, path, body, headers);
            }
            return response;
        });
    }

    /** Revokes all tokens. */
    void leave() throws IOException, InterruptedException {
        for (var token : tokens.entrySet()) {
            var path = "/api/v1/access-tokens/" + token.getValue().id();
            sendOnce(token.getKey(), "DELETE", path, null, Map.of());
        }
        tokens.clear();
    }

    private HttpResponse<String> sendOnce(
            DemoAccount as, String method, String path, JsonNode body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(method, path, body)
                .header("Authorization", "Bearer " + tokens.get(as).secret());
        headers.forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        return response.statusCode() == 403 && response.body().contains(IN_PERSON)
                ? sendInPerson(as, method, path, body, headers)
                : response;
    }

    /** What no token may do, such as an approval. */
    private HttpResponse<String> sendInPerson(
            DemoAccount as, String method, String path, JsonNode body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var cookie = sessionOf(as);
        var request = request(method, path, body).header("Cookie", cookie);
        headers.forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        in(cookie, "DELETE", "/api/v1/session", null);
        return response;
    }

    private String sessionOf(DemoAccount as) throws IOException, InterruptedException {
        var signedIn = signIn(as);
        if (signedIn.statusCode() != 200) {
            throw new IOException(as.username + " cannot sign in: " + signedIn.statusCode() + " " + signedIn.body());
        }
        return signedIn.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(SESSION))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
    }

    private Token issueToken(DemoAccount as) throws IOException, InterruptedException {
        var cookie = sessionOf(as);
        revokeLeftovers(cookie);
        var body = json.createObjectNode().put("name", TOKEN_NAME).put("validDays", LONGEST_TOKEN_DAYS);
        var scopes = body.putArray("scopes");
        in(cookie, "GET", "/api/v1/access-tokens/scopes", null)
                .path("items")
                .forEach(item -> scopes.add(item.path("scope").asText()));
        var issued = in(cookie, "POST", "/api/v1/access-tokens", body);
        in(cookie, "DELETE", "/api/v1/session", null);
        return new Token(issued.path("id").asText(), issued.path("secret").asText());
    }

    /** Revokes the tokens of an interrupted load. */
    private void revokeLeftovers(String cookie) throws IOException, InterruptedException {
        for (var token : in(cookie, "GET", "/api/v1/access-tokens", null).path("items")) {
            if (token.path("name").asText().equals(TOKEN_NAME)) {
                in(cookie, "DELETE", "/api/v1/access-tokens/" + token.path("id").asText(), null);
            }
        }
    }

    /** Sends a request with a session cookie. */
    private JsonNode in(String cookie, String method, String path, JsonNode body)
            throws IOException, InterruptedException {
        var request = request(method, path, body).header("Cookie", cookie).build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    private HttpResponse<String> signIn(DemoAccount as) throws IOException, InterruptedException {
        var body = json.createObjectNode().put("username", as.username).put("password", as.password());
        return http.send(request("POST", "/api/v1/session", body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, JsonNode body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "demo")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    }
}
