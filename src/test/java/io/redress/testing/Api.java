package io.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Plain HTTP client of the API as one user, with JSON, for tests that make many thousands of requests. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    public Api(int port, String token) {
        this.base = "http://localhost:" + port + "/api/v1";
        this.authorization = "Bearer " + token;
    }

    /** A response: status and body. */
    public record Answer(int status, JsonNode body) {

        public boolean isDone() {
            return status < 300;
        }

        public String id() {
            return body.get("id").asText();
        }
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(json(body)));
    }

    /** A request with the version in If-Match. */
    public Answer post(String path, long version, Object body) {
        return send(request(path).header("If-Match", "\"" + version + "\"").POST(json(body)));
    }

    public Answer put(String path, long version, Object body) {
        return send(request(path).header("If-Match", "\"" + version + "\"").PUT(json(body)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
