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

/** Talks to the service's public API as the demonstration's people, each with a script token of their own. */
final class DemoClient {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SESSION = "redress_session=";
    private static final int LONGEST_TOKEN_DAYS = 366;
    private static final int TOO_MANY_REQUESTS = 429;

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

    /** Whether the service knows the demonstration's people. */
    boolean isWelcome() throws IOException, InterruptedException {
        return signIn(DemoAccount.CHIEF).statusCode() == 200;
    }

    /** Asks for a document and reads it. */
    JsonNode get(DemoAccount as, String path) throws IOException, InterruptedException {
        var response = send(as, "GET", path, null, Map.of());
        if (response.statusCode() != 200) {
            throw new IOException("GET " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    /** Sends a request; a token that has expired in the year that is lived through is renewed. */
    HttpResponse<String> send(DemoAccount as, String method, String path, JsonNode body, Map<String, String> headers)
            throws IOException, InterruptedException {
        if (!tokens.containsKey(as)) {
            tokens.put(as, issueToken(as));
        }
        var response = sendOnce(as, method, path, body, headers);
        if (response.statusCode() == 401) {
            tokens.put(as, issueToken(as));
            response = sendOnce(as, method, path, body, headers);
        }
        // A year in a minute is more than the limits of people allow.
        while (response.statusCode() == TOO_MANY_REQUESTS) {
            var wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
            Thread.sleep(Duration.ofSeconds(wait).toMillis());
            response = sendOnce(as, method, path, body, headers);
        }
        return response;
    }

    /** Leaves no token in force. */
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
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Token issueToken(DemoAccount as) throws IOException, InterruptedException {
        var signedIn = signIn(as);
        if (signedIn.statusCode() != 200) {
            throw new IOException(as.username + " cannot sign in: " + signedIn.body());
        }
        var cookie = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(SESSION))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
        var body = json.createObjectNode().put("name", "演示数据载入").put("validDays", LONGEST_TOKEN_DAYS);
        var scopes = body.putArray("scopes");
        in(cookie, "GET", "/api/v1/access-tokens/scopes", null)
                .path("items")
                .forEach(item -> scopes.add(item.path("scope").asText()));
        var issued = in(cookie, "POST", "/api/v1/access-tokens", body);
        in(cookie, "DELETE", "/api/v1/session", null);
        return new Token(issued.path("id").asText(), issued.path("secret").asText());
    }

    /** Asks in a session. */
    private JsonNode in(String cookie, String method, String path, JsonNode body)
            throws IOException, InterruptedException {
        var request = request(method, path, body).header("Cookie", cookie).build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> signIn(DemoAccount as) throws IOException, InterruptedException {
        var body = json.createObjectNode().put("username", as.username).put("password", as.password());
        return http.send(request("POST", "/api/v1/session", body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, JsonNode body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    }
}
