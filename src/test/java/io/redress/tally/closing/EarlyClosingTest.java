package io.redress.tally.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An unfinished week is closed only on explicit request, and each week has the same figures everywhere. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EarlyClosingTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    AdjustableClock clock;

    private static final Map<String, Object> EARLY = Map.of("early", true);

    private ValidatableResponse close(LocalDate week, Map<String, ?> body) {
        return close(week, body, "zh");
    }

    private ValidatableResponse close(LocalDate week, Map<String, ?> body, String language) {
        return people.chief()
                .header("Accept-Language", language)
                .body(body)
                .post("/api/v1/reporting-weeks/" + week + "/close")
                .then();
    }

    /** Midnight after the last day, in Shanghai. */
    private static Instant endOf(LocalDate week) {
        return week.plusDays(1).atStartOfDay(Clocks.BUREAU).toInstant();
    }

    @Test
    void a_week_that_is_not_over_is_not_closed_without_a_confirmation() {
        var week = weeks.next();
        close(week, Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/week-not-over"))
                .body("overAt", equalTo(endOf(week).toString()))
                .body("detail", containsString("到北京时间 " + week.plusDays(1) + " 00:00 才终了"));
        close(week, Map.of("early", false), "en")
                .statusCode(409)
                .body("detail", containsString("is over at " + week.plusDays(1) + " 00:00, Shanghai time"));
        var now = clock.instant();
        String cutOffAt = close(week, EARLY).statusCode(200).extract().path("cutOffAt");
        assertThat(Instant.parse(cutOffAt)).isBetween(now, clock.instant());
        close(week, EARLY).statusCode(409).body("type", equalTo("/problems/week-already-closed"));
    }

    @Test
    void a_week_is_over_at_the_end_of_its_last_day_in_shanghai() {
        var week = weeks.next();
        clock.setTo(endOf(week).minusSeconds(30));
        close(week, Map.of()).statusCode(409);
        clock.setTo(endOf(week));
        close(week, Map.of())
                .statusCode(200)
                .body("cutOffAt", equalTo(endOf(week).toString()));
    }

    @Test
    void a_confirmed_early_closing_after_the_end_of_the_week_has_its_end_as_cut_off() {
        var week = weeks.next();
        clock.setTo(endOf(week).plus(Duration.ofHours(9)));
        close(week, EARLY).statusCode(200).body("cutOffAt", equalTo(endOf(week).toString()));
    }

    @Test
    void an_early_cut_off_needs_no_confirmation_and_an_invalid_confirmation_or_role_is_refused() {
        var week = weeks.next();
        close(week, Map.of("early", "perhaps")).statusCode(422);
        people.clerk()
                .body(EARLY)
                .post("/api/v1/reporting-weeks/" + week + "/close")
                .then()
                .statusCode(403);
        var cutOffAt = clock.instant().toString();
        close(week, Map.of("cutOffAt", cutOffAt)).statusCode(200).body("cutOffAt", equalTo(cutOffAt));
    }

    @Test
    void registrations_after_an_early_closing_count_in_the_next_week_in_all_figures() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        close(week, EARLY).statusCode(200);
        clock.setTo(clock.instant().plus(Duration.ofDays(1)));
        register.register(platform);
        assertThat(closed(week, platform)).isEqualTo(1);
        assertThat(byWeek(week.minusDays(6), week.plusDays(7), platform)).containsExactly(1, 1);
        assertThat(byWeek(Clocks.today(clock), Clocks.today(clock), platform)).containsExactly(1);
        var next = weeks.next();
        assertThat(byWeek(week.minusDays(6), next, platform)).containsExactly(1, 1);
        weeks.close(next);
        assertThat(closed(week, platform)).isEqualTo(1);
        assertThat(closed(next, platform)).isEqualTo(1);
        assertThat(byWeek(week.minusDays(6), next, platform)).containsExactly(1, 1);
    }

    private int closed(LocalDate week, String platform) {
        return people.chief()
                .queryParam("platformId", platform)
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .path("items.find { it.measure == 'REGISTERED' }.count.added");
    }

    private List<Integer> byWeek(LocalDate from, LocalDate to, String platform) {
        return people.clerk()
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .queryParam("by", "WEEK")
                .queryParam("platformId", platform)
                .queryParam("measure", "REGISTERED")
                .get("/api/v1/figures")
                .path("items.count.added");
    }
}
