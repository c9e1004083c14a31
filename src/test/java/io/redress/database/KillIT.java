package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.audit.verification.VerifyAudit;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import io.redress.testing.FreshOffice;
import io.redress.testing.PackagedService;
import io.redress.testing.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Every registration answered with 201 exists after a restart, however the packaged service ended. */
class KillIT {

    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** With fewer, the test might miss a server that delays commits for a moment. */
    private static final int ENOUGH_TO_BE_IN_MID_STREAM = 500;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    Path folder;

    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private String session;
    private String platform;

    @Test
    void every_answered_201_is_there_after_kill_9() throws Exception {
        try (var service = start()) {
            FreshOffice.openChief(service);
            session = FreshOffice.signIn(service, "chief");
            platform = FreshOffice.enterPlatform(service, session);
            stream(service, service::kill);
        }
        try (var service = start()) {
            assertNothingLost(service);
            stream(service, service::kill);
        }
        try (var service = start()) {
            assertNothingLost(service);
            stream(service, () -> killWithItsDatabase(service));
        }
        try (var service = start()) {
            assertNothingLost(service);
            aSecondInstanceIsRefused();
            stream(service, () -> assertThat(service.terminate()).isEqualTo(128 + 15));
            assertStoppedCleanly();
        }
        try (var service = start()) {
            assertNothingLost(service);
            assertTheAuditTrailIsIntact();
        }
    }

    private PackagedService start() throws IOException, InterruptedException {
        return FreshOffice.start(folder);
    }

    private interface Ending {
        void end() throws IOException, InterruptedException;
    }

    /** Several clients register people without a pause; the service ends meanwhile. */
    private void stream(PackagedService service, Ending ending) throws Exception {
        var before = answered.size();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var working = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                working.add(clients.submit(() -> createUntilItEnds(service)));
            }
            var deadline = Instant.now().plus(PATIENCE);
            while (answered.size() < before + ENOUGH_TO_BE_IN_MID_STREAM) {
                assertStillAtWork(working);
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(5);
            }
            ending.end();
        } finally {
            clients.shutdown();
        }
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void assertStillAtWork(List<Future<?>> clients) throws Exception {
        if (clients.stream().allMatch(Future::isDone)) {
            for (var client : clients) {
                client.get();
            }
            throw new AssertionError("the service ended before its time");
        }
    }

    private void createUntilItEnds(PackagedService service) {
        try {
            while (true) {
                answered.add(create(service));
            }
        } catch (IOException itHasEnded) {
            // a registration without a response may exist or not
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the location of the new registration from the response. */
    private String create(PackagedService service) throws IOException, InterruptedException {
        var registration = JSON.writeValueAsString(Register.request(platform, Register.residentNumber()));
        var request = request(service.uri("/api/v1/registrations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(registration))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** The hardest end: data that the server had not yet written to the operating system is lost. */
    private void killWithItsDatabase(PackagedService service) throws IOException, InterruptedException {
        var postmaster = Postmaster.of(folder.toRealPath().resolve("data/database"))
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .orElseThrow();
        var itsChildren = postmaster.children().toList();
        postmaster.destroyForcibly();
        itsChildren.forEach(ProcessHandle::destroyForcibly);
        service.kill();
    }

    private void assertNothingLost(PackagedService service) throws IOException, InterruptedException {
        assertThat(lost(service)).isEmpty();
    }

    private Collection<String> lost(PackagedService service) throws IOException, InterruptedException {
        var lost = new ConcurrentLinkedQueue<String>();
        for (var location : answered) {
            var answer = HTTP.send(request(service.uri(location)).build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                lost.add(location);
            }
        }
        return lost;
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", "redress_session=" + session);
    }

    private void aSecondInstanceIsRefused() throws IOException, InterruptedException {
        var elsewhere = Files.createDirectories(folder.resolve("second"));
        try (var second = PackagedService.in(elsewhere)
                .property("redress.data", folder.resolve("data").toString())
                .startWithoutWaiting()) {
            assertThat(second.awaitExit()).isEqualTo(2);
            assertThat(second.output().strip())
                    .hasLineCount(1)
                    .contains(folder.toRealPath().resolve("data").toString())
                    .contains("in use by another Redress");
        }
    }

    private void assertTheAuditTrailIsIntact() throws SQLException {
        var data = folder.resolve("data");
        var login = EmbeddedDatabase.ownerOfRunning(data).orElseThrow();
        var database = new PGSimpleDataSource();
        database.setUrl(login.url());
        database.setUser(login.username());
        database.setPassword(login.password());
        var module = CryptoModules.open(new KeyFile(data.resolve("redress.keys")));
        var said = new ByteArrayOutputStream();
        var code = new VerifyAudit(
                        database,
                        module,
                        data.resolve("audit-head"),
                        Optional.empty(),
                        null,
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run();
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("没有库外锚点");
    }

    private void assertStoppedCleanly() throws IOException {
        assertThat(folder.resolve("data/database/postmaster.pid")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("data/database.log")))
                .filteredOn(line -> line.contains("LOG:"))
                .last()
                .asString()
                .endsWith("database system is shut down");
    }
}
