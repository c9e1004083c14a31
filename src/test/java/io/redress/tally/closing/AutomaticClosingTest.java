package io.redress.tally.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.tally.ReportingCalendar;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AutomaticClosingTest {

    @Inject
    Closing closing;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    private LocalDate latest() {
        return LocalDate.parse(people.chief()
                .queryParam("limit", 1)
                .get("/api/v1/reporting-weeks")
                .path("items[0].endsOn"));
    }

    @Test
    void the_week_that_has_ended_is_closed_once() {
        weeks.next();
        register.register(register.platform());
        var running = weeks.next();
        assertThat(closing.closeDue()).hasValueSatisfying(week -> {
            assertThat(week.endsOn).isEqualTo(running.minusWeeks(1));
            assertThat(week.cutOffAt).isEqualTo(ReportingCalendar.end(running.minusWeeks(1)));
        });
        assertThat(latest()).isEqualTo(running.minusWeeks(1));
        assertThat(closing.closeDue()).isEmpty();
    }

    @Test
    void of_several_instances_one_closes_the_week() throws InterruptedException, ExecutionException {
        weeks.next();
        register.register(register.platform());
        weeks.next();
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> look = () -> closing.closeDue().isPresent();
            var closed = 0;
            for (var answer : pool.invokeAll(Collections.nCopies(4, look))) {
                closed += answer.get() ? 1 : 0;
            }
            assertThat(closed).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }
}
