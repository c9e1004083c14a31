package io.redress.privacy;

import static io.redress.testing.FreshOffice.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.redress.database.EmbeddedDatabase;
import io.redress.privacy.software.KeyFile;
import io.redress.testing.FreshOffice;
import io.redress.testing.PackagedService;
import io.redress.testing.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the packaged service: creation, refusal after a loss, and rotation under load with a kill in between. */
class KeysIT {

    private static final int PEOPLE = 300;

    @TempDir
    Path folder;

    private final Queue<String> numbers = new ConcurrentLinkedQueue<>();
    private String session;
    private String platform;

    private Path keys() {
        return folder.resolve("data/redress.keys");
    }

    @Test
    void lost_keys_stop_the_start_and_are_not_created_again() throws Exception {
        try (var service = FreshOffice.start(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                    .isEqualTo("rw-------");
            assertThat(service.terminate()).isEqualTo(128 + 15);
        }
        var kept = folder.resolve("kept.keys");
        Files.move(keys(), kept);
        assertRefused("the key file", "is missing", "create-keys");
        assertThat(keys()).doesNotExist();

        new KeyFile(keys()).create();
        assertRefused("is not the one this database was written with", "No new key is made");

        Files.delete(keys());
        Files.move(kept, keys());
        FreshOffice.start(folder).close();
    }

    @Test
    void an_external_database_needs_keys_that_the_office_creates() throws Exception {
        try (var server = EmbeddedDatabase.start(folder.resolve("server"))) {
            var launch = FreshOffice.in(folder)
                    .environment("DB_URL", server.owner().url())
                    .environment("DB_USERNAME", server.owner().username())
                    .environment("DB_PASSWORD", server.owner().password());
            try (var refused = launch.startWithoutWaiting()) {
                assertThat(refused.awaitExit()).isEqualTo(2);
                assertThat(refused.output()).contains("create-keys");
                assertThat(keys()).doesNotExist();
            }
            try (var command = launch.run("create-keys")) {
                assertThat(command.awaitExit()).isZero();
            }
            launch.start().close();
        }
    }

    private void assertRefused(String... words) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("output.txt"));
        try (var refused = FreshOffice.in(folder).startWithoutWaiting()) {
            assertThat(refused.awaitExit()).isEqualTo(2);
            assertThat(refused.output().strip()).hasLineCount(1).contains(words);
        }
    }

    @Test
    void a_killed_rotation_continues_while_the_service_runs() throws Exception {
        try (var service = FreshOffice.start(folder)) {
            FreshOffice.openChief(service);
            session = FreshOffice.signIn(service, "chief");
            platform = FreshOffice.enterPlatform(service, session);
            for (var i = 0; i < PEOPLE; i++) {
                register(service);
            }
            var stop = new AtomicBoolean();
            var found = new AtomicInteger();
            var office = new Thread(() -> workUntil(stop, found, service));
            office.start();

            killInTheMidst();
            assertThat(underKey(1)).isPositive();
            assertThat(underKey(2)).isPositive();

            try (var again = rotate()) {
                assertThat(again.awaitExit()).isZero();
            }
            stop.set(true);
            office.join();
            assertThat(found.get()).isGreaterThan(10);
            assertThat(underKey(1)).isZero();
            assertThat(underKey(2)).isEqualTo(numbers.size());
            for (var number : numbers) {
                assertFound(service, number);
            }
            assertThat(Files.readString(keys())).contains("data.2=").doesNotContain("data.3=");
            assertThat(stepsInTheAuditLog()).containsExactly("begun", "resumed", "ended");
            try (var verification = PackagedService.in(folder).run("verify-audit")) {
                assertThat(verification.awaitExit()).isZero();
            }
        }
        withoutTheOldKeyItStartsAndReads();
    }

    private void withoutTheOldKeyItStartsAndReads() throws IOException, InterruptedException {
        Files.writeString(keys(), Files.readString(keys()).replaceFirst("data.1=.*", ""));
        try (var service = FreshOffice.start(folder)) {
            session = FreshOffice.signIn(service, "chief");
            assertFound(service, numbers.peek());
            register(service);
            assertThat(service.output()).doesNotContain("ERROR");
        }
    }

    private PackagedService rotate() throws IOException {
        return PackagedService.in(folder)
                .property("redress.keys.batch-size", "3")
                .run("rotate-keys");
    }

    /**
     * Surely kills during the rotation: another transaction locks one person's record all the time, and until it ends
     * the rotation does not report the old key as unused.
     */
    private void killInTheMidst() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select from investor order by id limit 1 for update");
            // Not closed, because that would stop the service's database.
            var rotation = rotate();
            var deadline = Instant.now().plus(Duration.ofMinutes(5));
            while (!isUnderWay() && Instant.now().isBefore(deadline)) {
                Thread.sleep(1);
            }
            // Longer than two passes and the pause between them.
            Thread.sleep(
                    Duration.ofSeconds(5L * KeyRegister.TAKEN_UP_WITHIN_SECONDS).toMillis());
            assertThat(ProcessHandle.of(rotation.pid())).isPresent();
            rotation.kill();
            owner.rollback();
        }
    }

    private Connection owner() throws SQLException {
        var owner = EmbeddedDatabase.ownerOfRunning(folder.resolve("data")).orElseThrow();
        return DriverManager.getConnection(owner.url(), owner.username(), owner.password());
    }

    private boolean isUnderWay() throws SQLException {
        return underKey(2) > 0;
    }

    /** The number of people whose document number is encrypted with this key. */
    private int underKey(int key) throws SQLException {
        try (var connection = owner();
                var select = connection.prepareStatement(
                        "select count(*) from investor where substring(document_number from 1 for 2) = ?")) {
            select.setBytes(1, EncryptedText.prefix(key));
            try (var count = select.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }

    private List<String> stepsInTheAuditLog() throws SQLException {
        try (var connection = owner();
                var select = connection.createStatement();
                var steps = select.executeQuery(
                        "select details ->> 'step' from audit_entry where action = 'rotate-keys' order by id")) {
            var found = new ArrayList<String>();
            while (steps.next()) {
                found.add(steps.getString(1));
            }
            return found;
        }
    }

    /** Registers and looks up people, as an office does all day; any wrong response fails the test. */
    /** With pauses, because each person is found again in the end. */
    private void workUntil(AtomicBoolean stop, AtomicInteger found, PackagedService service) {
        while (!stop.get()) {
            register(service);
            assertFound(service, numbers.peek());
            found.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void register(PackagedService service) {
        var number = Register.residentNumber();
        var request = Register.request(platform, number);
        var line = Register.investment("50000.00");
        line.put("bankAccount", "6222020000000000009");
        request.put("investments", List.of(line));
        as(session)
                .body(request)
                .post(service.uri("/api/v1/registrations"))
                .then()
                .statusCode(201);
        numbers.add(number);
    }

    private void assertFound(PackagedService service, String number) {
        as(session)
                .body(Map.of("documentNumber", number))
                .post(service.uri("/api/v1/investors/lookup"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
