package io.redress.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser on several sites, with each site's cookies; follows redirects step by step. */
public final class Journey {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var site = request.build().uri().getAuthority();
        var jar = cookies.computeIfAbsent(site, met -> new HashMap<>());
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(set -> keep(jar, set.split(";", 2)[0]));
        return response;
    }

    private static void keep(Map<String, String> jar, String cookie) {
        var parts = cookie.split("=", 2);
        if (parts[1].isEmpty()) {
            jar.remove(parts[0]);
        } else {
            jar.put(parts[0], parts[1]);
        }
    }

    /** The target of a redirect. */
    public static URI onwards(HttpResponse<?> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    public static boolean hasForm(HttpResponse<String> response) {
        return FORM.matcher(response.body()).find();
    }

    /** Fills in the form of a page and sends it. */
    public HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IOException("no form: " + page.body());
        }
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public String cookie(URI site, String name) {
        return cookies.getOrDefault(site.getAuthority(), Map.of()).get(name);
    }
}
