package io.redress.common.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.LogCapture;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server ends idle connections and connections in use, refuses new ones, or its disk is full. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseUnavailableTest {

    private static final String OF_THE_SERVICE = "from pg_stat_activity where usename = 'redress'";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Owner owner;

    @Inject
    DatabaseState database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private int terminate(String which) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var row = connection
                        .createStatement()
                        .executeQuery("select count(pg_terminate_backend(pid)) " + OF_THE_SERVICE + which)) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean works() throws InterruptedException {
        for (var waited = 0; waited < 300 && database.trouble().isPresent(); waited++) {
            Thread.sleep(100);
        }
        return database.trouble().isEmpty();
    }

    @Test
    void dead_idle_connections_are_replaced_before_use() throws Exception {
        // One session for all requests: a new sign-in would use the database during the test.
        var chief = people.chief();
        chief.get("/api/v1/platforms").then().statusCode(200);
        Thread.sleep(2_000);
        assertThat(terminate(" and state = 'idle'")).isPositive();
        for (var i = 0; i < 20; i++) {
            chief.get("/api/v1/platforms").then().statusCode(200);
        }
    }

    @Test
    void a_connection_lost_during_a_request_gives_503_and_changes_nothing() throws Exception {
        var registration = register.register(register.platform());
        String id = registration.get("id");
        var pool = Executors.newSingleThreadExecutor();
        try (var connection = owner.connect();
                var lock = connection.prepareStatement("select 1 from registration where id = ?::uuid for update")) {
            connection.setAutoCommit(false);
            lock.setString(1, id);
            lock.executeQuery();
            Callable<Response> withdraw = () -> people.chief()
                    .header("If-Match", "\"" + registration.getInt("version") + "\"")
                    .body(Map.of("reason", "本人要求撤回"))
                    .post("/api/v1/registrations/" + id + "/withdraw");
            var answer = pool.submit(withdraw);
            while (!answer.isDone() && terminate(" and wait_event_type = 'Lock'") == 0) {
                Thread.sleep(20);
            }
            var refused = answer.get(1, TimeUnit.MINUTES);
            refused.then().statusCode(503).body("type", equalTo("/problems/database-unavailable"));
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        } finally {
            pool.shutdownNow();
        }
        assertThat(works()).isTrue();
        people.chief()
                .get("/api/v1/registrations/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(registration.getInt("version")));
    }

    @Test
    void metrics_work_without_the_database_and_the_log_reports_the_loss_once() throws Exception {
        var name = url.substring(url.lastIndexOf('/') + 1);
        try (var log = LogCapture.start();
                var server =
                        DriverManager.getConnection(url.replace("/" + name, "/postgres"), "postgres", "postgres")) {
            server.createStatement().execute("alter database \"" + name + "\" allow_connections false");
            try {
                server.createStatement().execute("select pg_terminate_backend(pid) " + OF_THE_SERVICE);
                for (var i = 0; i < 5; i++) {
                    var told = given().noFilters().get(metrics);
                    told.then().statusCode(200).body(containsString("jvm_threads_live_threads"));
                    if (i > 0) {
                        told.then().body(containsString("redress_mails_waiting NaN"));
                    }
                    Thread.sleep(500);
                }
            } finally {
                server.createStatement().execute("alter database \"" + name + "\" allow_connections true");
            }
            assertThat(works()).isTrue();
            assertThat(said(log, "the database is in trouble")).isEqualTo(1);
            assertThat(said(log, "a metric cannot be read")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "audit_entry"})
    void a_full_disk_is_explained_in_the_response_and_once_in_the_log(String table) throws Exception {
        var platform = register.platform();
        people.clerk();
        owner.execute(
                """
                create function no_room() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$""", "create trigger no_room before insert on " + table + " for each row execute function no_room()");
        try (var log = LogCapture.start()) {
            for (var i = 0; i < 5; i++) {
                var refused = people.clerk()
                        .body(Register.request(platform, Register.residentNumber()))
                        .post("/api/v1/registrations");
                refused.then().statusCode(503).body("type", equalTo("/problems/storage-full"));
                assertThat(refused.header("Retry-After")).isEqualTo("30");
            }
            assertThat(works()).isTrue();
            // The state may end between two slow requests: only inserts into one table fail, the disk has room.
            assertThat(said(log, "the database is in trouble (FULL)"))
                    .isBetween(1L, said(log, "the database works again") + 1)
                    .isLessThan(5);
            assertThat(log.text()).doesNotContain("\tat ");
        } finally {
            owner.execute("drop trigger no_room on " + table, "drop function no_room()");
        }
    }

    private static long said(LogCapture log, String words) {
        return log.text().lines().filter(line -> line.contains(words)).count();
    }
}
