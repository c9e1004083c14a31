package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.FreshOffice;
import io.redress.testing.PackagedService;
import io.redress.testing.Register;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Responses and log of the packaged service while its database is down or its disk is full. */
class DatabaseLossIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    Path folder;

    private String session;
    private String platform;

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(
                request.header("Cookie", "redress_session=" + session)
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(PackagedService service, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri(path)));
    }

    private HttpResponse<String> register(PackagedService service) throws IOException, InterruptedException {
        var registration = JSON.writeValueAsString(Register.request(platform, Register.residentNumber()));
        return send(HttpRequest.newBuilder(service.uri("/api/v1/registrations"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(registration)));
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        return Postmaster.of(data.toRealPath().resolve("database"))
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .orElseThrow();
    }

    /** Waits for the backends, too: a backend still answers for a moment after its postmaster has ended. */
    private static void kill(ProcessHandle postmaster) {
        var backends = postmaster.children().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        backends.forEach(backend -> backend.onExit().join());
    }

    private void open(PackagedService service) {
        FreshOffice.openChief(service);
        session = FreshOffice.signIn(service, "chief");
        platform = FreshOffice.enterPlatform(service, session);
    }

    private interface Request {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /** Repeats a request until it has this status; returns the failures before, by status and problem. */
    private static TreeMap<String, Integer> untilAnsweredWith(int status, Request request)
            throws IOException, InterruptedException {
        var seen = new TreeMap<String, Integer>();
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var answer = request.send();
            if (answer.statusCode() == status) {
                return seen;
            }
            var type = JSON.readTree(answer.body()).path("type").asText();
            seen.merge(answer.statusCode() + " " + type, 1, Integer::sum);
            // Readiness is for a load balancer, which retries by itself and needs no Retry-After.
            if (answer.statusCode() == 503 && !type.isEmpty()) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        }
        throw new AssertionError("never answered with " + status + ": " + seen);
    }

    /** Without the "too busy" lines: overload is no state of the database, and frequent on slow machines. */
    private static List<String> troublesIn(PackagedService service) throws IOException {
        return service.output()
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .filter(line -> !line.contains("too busy"))
                .toList();
    }

    @Test
    void a_killed_embedded_database_is_restarted_and_requests_get_503_until_then() throws Exception {
        try (var service = FreshOffice.start(folder)) {
            open(service);
            var before = send(HttpRequest.newBuilder(
                    URI.create(service.uri("/api/v1/platforms/" + platform).toString())));
            for (var round = 1; round <= 2; round++) {
                kill(postmaster(folder.resolve("data")));
                var seen = untilAnsweredWith(200, () -> get(service, "/api/v1/platforms/" + platform));
                assertThat(seen.keySet()).isSubsetOf("503 /problems/database-unavailable", "503 /problems/busy");
            }
            assertThat(get(service, "/api/v1/platforms/" + platform).body()).isEqualTo(before.body());
            untilAnsweredWith(201, () -> register(service));
            untilAnsweredWith(200, () -> get(service, "/q/health/ready"));
            assertThat(troublesIn(service))
                    .as("once a state, not once a request")
                    .hasSizeBetween(2, 12)
                    .filteredOn(line -> line.contains("is restarted"))
                    .hasSize(2);
            assertThat(service.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void an_embedded_database_that_cannot_restart_ends_the_program_with_its_own_exit_code() throws Exception {
        try (var service = FreshOffice.in(folder)
                .property("redress.database.restart-timeout", "2S")
                .start()) {
            Files.delete(folder.resolve("data/database/global/pg_control"));
            kill(postmaster(folder.resolve("data")));
            assertThat(service.awaitExit()).isEqualTo(3);
            assertThat(service.output())
                    .contains("does not start again", "内置数据库已停止且无法重新启动")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void no_request_fails_after_the_restart_of_an_external_database() throws Exception {
        var keys = folder.resolve("redress.keys");
        new io.redress.privacy.software.KeyFile(keys).create();
        try (var server = EmbeddedDatabase.start(folder.resolve("server"))) {
            server.keepRunning(Duration.ofMinutes(5), () -> {});
            try (var service = FreshOffice.in(Files.createDirectory(folder.resolve("service")))
                    .environment("REDRESS_KEYS_FILE", keys.toString())
                    .environment("DB_URL", server.service().url())
                    .environment("DB_USERNAME", server.service().username())
                    .environment("DB_PASSWORD", server.service().password())
                    .environment("DB_OWNER_USERNAME", server.owner().username())
                    .environment("DB_OWNER_PASSWORD", server.owner().password())
                    .start()) {
                open(service);
                kill(postmaster(folder.resolve("server")));
                var seen = untilAnsweredWith(200, () -> get(service, "/api/v1/platforms/" + platform));
                assertThat(seen.keySet()).isSubsetOf("503 /problems/database-unavailable", "503 /problems/busy");
                // The pool has to replace every connection, or detect that it is dead.
                Thread.sleep(1_500);
                for (var i = 0; i < 40; i++) {
                    assertThat(get(service, "/api/v1/platforms").statusCode()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void a_full_disk_is_explained_and_the_service_works_again_when_there_is_space() throws Exception {
        assumeTrue(mount(folder), "a small file system can be mounted");
        try {
            try (var service = FreshOffice.start(folder)) {
                open(service);
                var ballast = folder.resolve("ballast");
                fill(ballast);
                var refused = new ArrayList<String>();
                for (var i = 0; i < 20_000 && refused.size() < 20; i++) {
                    var answer = register(service);
                    if (answer.statusCode() != 201) {
                        refused.add(answer.statusCode() + " "
                                + JSON.readTree(answer.body()).path("type").asText());
                    }
                }
                assertThat(refused)
                        .hasSize(20)
                        .allMatch(answer -> List.of(
                                        "503 /problems/storage-full",
                                        "503 /problems/database-unavailable",
                                        "503 /problems/busy")
                                .contains(answer));
                assertThat(get(service, "/q/health/ready").statusCode()).isEqualTo(503);
                Files.delete(ballast);
                untilAnsweredWith(201, () -> register(service));
                untilAnsweredWith(200, () -> get(service, "/q/health/ready"));
                assertThat(troublesIn(service)).hasSizeLessThan(12);
                assertThat(service.output()).doesNotContain("\tat ");
            }
        } finally {
            run("umount", folder.toString());
        }
    }

    private static boolean mount(Path folder) throws IOException, InterruptedException {
        return Files.isExecutable(Path.of("/bin/mount"))
                && run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", folder.toString()) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Leaves one megabyte free. */
    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            var free = Files.getFileStore(ballast).getUsableSpace() - 1024 * 1024;
            for (var block = new byte[1024 * 1024]; free > 0; free -= block.length) {
                out.write(block);
            }
        }
    }
}
