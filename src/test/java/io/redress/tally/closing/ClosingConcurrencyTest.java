package io.redress.tally.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.tally.Recount;
import io.redress.testing.Api;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClosingConcurrencyTest {

    private static final int CLIENTS = 4;
    private static final int CLOSINGS = 12;

    /** Sunday of the first week. */
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 9);

    @Inject
    Recount recount;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    AdjustableClock clock;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource
    URL service;

    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void while_weeks_are_closed_nothing_is_counted_twice_and_nothing_is_lost()
            throws InterruptedException, ExecutionException, SQLException {
        recount.forgetEverything();
        clock.setTo(Instant.parse("2022-01-05T02:00:00Z"));
        var platforms = List.of(register.platform(), register.platform());
        var clerk = new Api(service.getPort(), people.scriptTokenOf(Role.CLERK));
        var chief = new Api(service.getPort(), people.scriptTokenOf(Role.SECTION_CHIEF));
        var pool = Executors.newFixedThreadPool(CLIENTS + 1);
        try {
            var clients = new ArrayList<Future<Integer>>();
            for (var i = 0; i < CLIENTS; i++) {
                clients.add(pool.submit(registering(clerk, platforms)));
            }
            // Two close the same weeks at once: one succeeds, the other learns that they are closed.
            var rival = pool.submit(() -> closeWeeks(chief, false));
            var closed = closeWeeks(chief, true) + rival.get();
            isOver.set(true);
            var registered = 0;
            for (var client : clients) {
                registered += client.get();
            }
            assertThat(closed).isPositive();
            assertThat(count("select count(*) from reporting_week")).isEqualTo(CLOSINGS);
            closeNext(chief);
            recount.holdsAgainstTheTally();
            assertThat(registered).isGreaterThan(CLOSINGS);
            assertThat(count("select count(*) from registration")).isEqualTo(registered);
            assertThat(count("select sum(added_count) from closing_figure where measure = 'REGISTERED'"))
                    .isEqualTo(registered);
            assertThat(count("select count(*) from tally_entry where week_id is null"))
                    .isZero();
        } finally {
            isOver.set(true);
            pool.shutdownNow();
            clock.reset();
        }
    }

    /** Registers until the test stops it; some people on both platforms. */
    private Callable<Integer> registering(Api clerk, List<String> platforms) {
        return () -> {
            var registered = 0;
            while (!isOver.get()) {
                var number = Register.residentNumber();
                for (var platform : registered % 3 == 0 ? platforms : platforms.subList(0, 1)) {
                    var answer = clerk.post("/registrations", Register.request(platform, number));
                    assertThat(answer.status()).isEqualTo(201);
                    registered++;
                }
            }
            return registered;
        };
    }

    private int closeWeeks(Api chief, boolean movesTheClock) throws InterruptedException {
        var closed = 0;
        for (var week = 0; week < CLOSINGS; week++) {
            var endsOn = FIRST.plusWeeks(week);
            while (clock.instant()
                    .isBefore(endsOn.minusDays(3).atStartOfDay(Clocks.BUREAU).toInstant())) {
                if (movesTheClock) {
                    clock.setTo(clock.instant().plus(Duration.ofDays(1)));
                }
                Thread.sleep(20);
            }
            var status = chief.post("/reporting-weeks/" + endsOn + "/close", Map.of("early", true))
                    .status();
            assertThat(status).isIn(200, 409);
            closed += status == 200 ? 1 : 0;
        }
        return closed;
    }

    private void closeNext(Api chief) {
        clock.setTo(clock.instant().plus(Duration.ofDays(14)));
        var endsOn = Clocks.today(clock).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        assertThat(chief.post("/reporting-weeks/" + endsOn + "/close", Map.of("early", true))
                        .status())
                .isEqualTo(200);
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.prepareStatement(sql).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
