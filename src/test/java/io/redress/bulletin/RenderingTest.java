package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.bulletin.file.BulletinRenderer;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rendering of bulletins must not block the rest of the service: its database connections and its rows. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class RenderingTest {

    private static final int DRAFTS = 24;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    Owner owner;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    ManagedExecutor threads;

    @ConfigProperty(name = "redress.limits.concurrent-renderings")
    int atOnce;

    private final ExecutorService callers = Executors.newFixedThreadPool(DRAFTS);
    private HeldRenderer renderer;
    private String platform;
    private String id;

    @BeforeEach
    void aDraftOfAClosedWeek() {
        platform = register.platform();
        id = bulletins.draftOfNewWeek(platform);
        database.getConfiguration().setMetricsEnabled(true);
        List.of(people.clerk(), people.director(), people.chief())
                .forEach(somebody -> somebody.get(BULLETINS).then().statusCode(200));
    }

    @AfterEach
    void nobodyCallsAnyMore() {
        if (renderer != null) {
            renderer.released.countDown();
        }
        callers.shutdownNow();
        database.getConfiguration().setMetricsEnabled(false);
    }

    /** A renderer that waits until the test releases it. */
    private static final class HeldRenderer extends BulletinRenderer {

        private final Semaphore begun = new Semaphore(0);
        private final CountDownLatch released = new CountDownLatch(1);

        HeldRenderer(ObjectMapper json, ManagedExecutor threads) {
            super(json, threads);
        }

        @Override
        public byte[] render(BulletinFormat format, BulletinContent content, byte[] template) {
            begun.release();
            try {
                assertThat(released.await(5, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.render(format, content, template);
        }

        void awaitBegun(int renderings) throws InterruptedException {
            assertThat(begun.tryAcquire(renderings, 5, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void hold() {
        renderer = new HeldRenderer(json, threads);
        QuarkusMock.installMockForType(renderer, BulletinRenderer.class);
    }

    /** Waits: other code returns a connection soon, but a rendering that held one would keep it. */
    private void assertNoConnectionStaysInUse() throws InterruptedException {
        for (var waited = 0; waited < 30_000 && connectionsInUse() > 0; waited += 50) {
            Thread.sleep(50);
        }
        assertThat(connectionsInUse()).isZero();
    }

    private long connectionsInUse() {
        return database.getMetrics().activeCount();
    }

    @Test
    void rendering_a_draft_holds_no_connection_and_blocks_no_other_caller()
            throws InterruptedException, ExecutionException, TimeoutException {
        hold();
        var answers = new ArrayList<Future<Response>>();
        IntStream.range(0, DRAFTS)
                .forEach(draft -> answers.add(callers.submit(
                        () -> people.clerk().get(BULLETINS + "/" + id + (draft % 2 == 0 ? ".pdf" : ".docx")))));
        renderer.awaitBegun(atOnce);
        // time for the other callers to wait for their turn
        Thread.sleep(1000);
        assertNoConnectionStaysInUse();
        people.director().get(BULLETINS).then().statusCode(200);
        renderer.released.countDown();
        for (var answer : answers) {
            var status = answer.get(5, TimeUnit.MINUTES).statusCode();
            assertThat(status).isIn(200, 503);
        }
    }

    @Test
    void a_caller_who_waits_too_long_for_rendering_gets_a_retry_after() throws Exception {
        hold();
        var first = IntStream.range(0, atOnce)
                .mapToObj(draft -> callers.submit(() -> people.clerk().get(BULLETINS + "/" + id + ".pdf")))
                .toList();
        renderer.awaitBegun(atOnce);
        people.chief()
                .get(BULLETINS + "/" + id + ".pdf")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("/problems/busy"));
        renderer.released.countDown();
        for (var answer : first) {
            assertThat(answer.get(5, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        }
        people.chief().get(BULLETINS + "/" + id + ".pdf").then().statusCode(200);
    }

    @Test
    void signing_holds_no_connection_or_lock_while_rendering_and_refuses_a_changed_version() throws Exception {
        bulletins.review(id);
        hold();
        var signing = callers.submit(() -> bulletins.step(people.director(), id, "issue"));
        renderer.awaitBegun(1);
        assertNoConnectionStaysInUse();
        assertRowIsFree();
        bulletins
                .step(people.chief(), id, "send-back", Map.of("reason", "金额表述有误"))
                .statusCode(200);
        renderer.released.countDown();
        signing.get(5, TimeUnit.MINUTES).statusCode(412);
        people.clerk()
                .get(BULLETINS + "/" + id)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("number", equalTo(null));
        assertThat(bulletins.issue(id)).isEqualTo(1);
    }

    private void assertRowIsFree() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from bulletin where id = '" + id + "' for update nowait");
            statement.execute("select from bulletin_series for update nowait");
            connection.rollback();
        }
    }

    @Test
    void a_number_taken_during_the_rendering_leaves_no_gap_and_the_files_have_the_next_number() throws Exception {
        var week = weeks.next();
        weeks.close(week);
        var other = bulletins.draft(platform, week);
        bulletins.review(id);
        bulletins.review(other);
        hold();
        var signings = List.of(id, other).stream()
                .map(each -> callers.submit(() -> bulletins.sign(each)))
                .toList();
        // of each, the Word document and one of the others
        renderer.awaitBegun(4);
        renderer.released.countDown();
        var numbers = List.of(
                signings.get(0).get(5, TimeUnit.MINUTES), signings.get(1).get(5, TimeUnit.MINUTES));
        assertThat(numbers).containsExactlyInAnyOrder(1, 2);
        people.clerk()
                .get(BULLETINS + "/" + id + ".json")
                .then()
                .statusCode(200)
                .body("number", equalTo(numbers.get(0)));
        people.clerk()
                .get(BULLETINS + "/" + other + ".json")
                .then()
                .statusCode(200)
                .body("number", equalTo(numbers.get(1)));
    }
}
