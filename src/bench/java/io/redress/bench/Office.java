package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Somebody at the interface, signed in: a chief, who may do everything that is measured. */
final class Office {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String CHIEF = "chief";
    private static final String FIRST = "only for a benchmark 2";
    private static final String PASSWORD = "only for a benchmark 3";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Function<String, URI> address;

    private Office(Function<String, URI> address) {
        this.address = address;
    }

    /** Opens the chief's account in an empty register. */
    static void open(Function<String, URI> address) throws IOException, InterruptedException {
        var admin = new Office(address);
        admin.signIn("admin", Program.ADMIN_PASSWORD);
        admin.send(
                "POST",
                "/api/v1/accounts",
                Map.of("username", CHIEF, "name", "黄股长（虚构）", "password", FIRST, "roles", List.of("SECTION_CHIEF")));
        var chief = new Office(address);
        chief.signIn(CHIEF, FIRST);
        chief.send("PUT", "/api/v1/me/password", Map.of("currentPassword", FIRST, "newPassword", PASSWORD));
    }

    static Office of(Function<String, URI> address) throws IOException, InterruptedException {
        var chief = new Office(address);
        chief.signIn(CHIEF, PASSWORD);
        return chief;
    }

    private void signIn(String username, String password) throws IOException, InterruptedException {
        send("POST", "/api/v1/session", Map.of("username", username, "password", password));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    JsonNode send(String method, String path, Object body, String... headers) throws IOException, InterruptedException {
        var response = http.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " answers " + response.statusCode() + " " + response.body());
        }
        return response.body().startsWith("{") ? JSON.readTree(response.body()) : JSON.nullNode();
    }

    /** How many bytes it answers. */
    long download(String method, String path, Object body) throws IOException, InterruptedException {
        var response = http.send(request(method, path, body), HttpResponse.BodyHandlers.ofInputStream());
        try (var answer = response.body()) {
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        path + " answers " + response.statusCode() + " " + new String(answer.readAllBytes()));
            }
            return answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    private HttpRequest request(String method, String path, Object body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(address.apply(path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    Function<String, URI> address() {
        return address;
    }

    /** The Cookie header of this session, for whoever sends requests in its name. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("redress_session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }
}
