package io.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A real Keycloak with the realm of {@code src/test/keycloak}, in its own process. The build unpacks it; it stores
 * nothing. Its host is localhost and the service's 127.0.0.1, so that a browser sees two different sites.
 */
public final class Keycloak implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target/keycloak");
    private static final Path REALM = Path.of("src/test/keycloak/bureau.json");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PASSWORD = "invented-for-tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path output;
    private final int port;

    private Keycloak(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it; {@link #awaitReady} waits. */
    public static Keycloak in(Path folder) throws IOException {
        var program = unpacked();
        var realms = Files.createDirectories(program.resolve("data/import"));
        Files.copy(REALM, realms.resolve("bureau.json"), StandardCopyOption.REPLACE_EXISTING);
        var port = freePort();
        var output = folder.resolve("keycloak.txt");
        var builder = new ProcessBuilder(
                        program.resolve("bin/kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--import-realm",
                        "--cache=local",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xmx512m",
                        // It runs for a minute: the second compiler's work is not worth it.
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD));
        return new Keycloak(builder.start(), output, port);
    }

    private static Path unpacked() throws IOException {
        try (var folders = Files.list(PROGRAM)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public URI issuer() {
        return URI.create("http://localhost:" + port + "/realms/bureau");
    }

    public void awaitReady() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        while (!answers(discovery)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Keycloak does not start:\n" + Files.readString(output));
            }
            Thread.sleep(200);
        }
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Replaces a role of a user, as the administrator. */
    public void changeRole(String username, String taken, String given) throws IOException, InterruptedException {
        var user = json("GET", "/users?exact=true&username=" + username, null).get(0);
        var mappings = "/users/" + user.get("id").asText() + "/role-mappings/realm";
        json("DELETE", mappings, JSON.createArrayNode().add(json("GET", "/roles/" + taken, null)));
        json("POST", mappings, JSON.createArrayNode().add(json("GET", "/roles/" + given, null)));
    }

    /** An access token that the provider issues for a password. */
    public String accessTokenOf(String username, String password) throws IOException, InterruptedException {
        return accessToken("bureau", username, password);
    }

    private String accessToken(String realm, String username, String password)
            throws IOException, InterruptedException {
        var form =
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", username, "password", password);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var token = URI.create("http://localhost:" + port + "/realms/" + realm + "/protocol/openid-connect/token");
        var request = HttpRequest.newBuilder(token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return read(http.send(request, BodyHandlers.ofString()))
                .get("access_token")
                .asText();
    }

    private JsonNode json(String method, String path, JsonNode body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/bureau" + path))
                .header("Authorization", "Bearer " + accessToken("master", "admin", PASSWORD))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        return read(http.send(request, BodyHandlers.ofString()));
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Also ends the children: the start script runs the server as one. */
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
    }
}
