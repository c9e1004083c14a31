package io.redress.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Headless Chromium, controlled by the DevTools protocol. */
public final class Chromium implements AutoCloseable, WebSocket.Listener {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final StringBuilder arriving = new StringBuilder();
    private final Process process;
    private final WebSocket page;
    private int commands;

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    public Chromium(Path folder) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        page = http.newWebSocketBuilder()
                .buildAsync(pageAddress(folder.resolve("DevToolsActivePort")), this)
                .join();
    }

    private URI pageAddress(Path port) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (Files.exists(port) && !Files.readAllLines(port).isEmpty()) {
                var list = URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
                var targets =
                        JSON.readTree(http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                                .body());
                for (var target : targets) {
                    if (target.path("type").asText().equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("Chromium does not start");
    }

    public void go(URI address) throws IOException, InterruptedException {
        command("Page.navigate", Map.of("url", address.toString()));
    }

    /** The result of a script on the current page, as text. */
    public String says(String script) throws IOException, InterruptedException {
        return command("Runtime.evaluate", Map.of("expression", "String(" + script + ")"));
    }

    public void awaitThat(String condition) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!says(condition).equals("true")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(condition + " does not come true at " + says("location.href") + ": "
                        + says("document.body.innerText"));
            }
            Thread.sleep(100);
        }
    }

    private String command(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        var id = ++commands;
        page.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        var answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (answer != null && JSON.readTree(answer).path("id").asInt() != id) {
            answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        if (answer == null) {
            throw new IOException(method + " is not answered");
        }
        return JSON.readTree(answer).at("/result/result/value").asText();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
        arriving.append(part);
        if (isLast) {
            answers.add(arriving.toString());
            arriving.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public void close() throws InterruptedException {
        page.abort();
        process.destroy();
        process.waitFor();
    }
}
