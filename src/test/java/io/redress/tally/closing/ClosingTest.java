package io.redress.tally.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.time.AdjustableClock;
import io.redress.tally.Recount;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClosingTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    AdjustableClock clock;

    @Inject
    Recount recount;

    private JsonPath figures(LocalDate week, String platform) {
        return people.chief()
                .queryParam("platformId", platform)
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, ?> figure(JsonPath figures, String measure) {
        return figures.getMap("items.find { it.measure == '" + measure + "' }");
    }

    private static Map<String, Object> balance(Object opening, Object added, Object removed, Object closing) {
        var nothing = opening instanceof String ? "0.00" : (Object) 0;
        return Map.of("opening", opening, "added", added, "removed", removed, "moved", nothing, "closing", closing);
    }

    @Test
    void opening_plus_added_less_removed_is_closing_and_the_next_opening() {
        var platform = register.platform();
        var first = weeks.next();
        register.register(platform);
        var second = register.register(platform).getString("id");
        weeks.close(first);
        assertThat(figure(figures(first, platform), "REGISTERED").get("count")).isEqualTo(balance(0, 2, 0, 2));
        assertThat(figure(figures(first, platform), "AFFECTED").get("amount"))
                .isEqualTo(balance("0.00", "97600.00", "0.00", "97600.00"));

        var next = weeks.next();
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "本人要求"))
                .post("/api/v1/registrations/" + second + "/withdraw")
                .then()
                .statusCode(200);
        register.register(platform);
        weeks.close(next);
        assertThat(figure(figures(next, platform), "REGISTERED").get("count")).isEqualTo(balance(2, 1, 1, 2));
    }

    @Test
    void a_correction_counts_the_difference_in_the_week_of_the_correction() {
        var platform = register.platform();
        var first = weeks.next();
        var body = Register.request(platform);
        body.put("investments", List.of(Register.investment("50000.00")));
        body.put("repayments", List.of());
        var id = register.register(body).getString("id");
        weeks.close(first);

        var second = weeks.next();
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "多报两万", "investments", List.of(Register.investment("30000.00"))))
                .post("/api/v1/registrations/" + id + "/correct")
                .then()
                .statusCode(200);
        weeks.close(second);
        assertThat(figure(figures(first, platform), "PRINCIPAL").get("amount"))
                .isEqualTo(balance("0.00", "50000.00", "0.00", "50000.00"));
        assertThat(figure(figures(second, platform), "PRINCIPAL").get("amount"))
                .isEqualTo(balance("50000.00", "0.00", "20000.00", "30000.00"));
    }

    @Test
    void a_late_entry_falls_into_the_next_week() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        var cutOff = clock.instant();
        clock.setTo(cutOff.plus(Duration.ofHours(1)));
        register.register(platform);
        people.chief()
                .body(Map.of("cutOffAt", cutOff.toString()))
                .post("/api/v1/reporting-weeks/" + week + "/close")
                .then()
                .statusCode(200)
                .body("cutOffAt", equalTo(cutOff.toString()));
        assertThat(figure(figures(week, platform), "REGISTERED").get("count")).isEqualTo(balance(0, 1, 0, 1));
        var next = weeks.next();
        weeks.close(next);
        assertThat(figure(figures(next, platform), "REGISTERED").get("count")).isEqualTo(balance(1, 1, 0, 2));
    }

    @Test
    void a_person_on_two_platforms_counts_once_in_the_total_and_once_on_each_platform() {
        var before = weeks.next();
        weeks.close(before);
        var week = weeks.next();
        var number = Register.residentNumber();
        var one = register.platform();
        var other = register.platform();
        register.register(Register.request(one, number));
        register.register(Register.request(other, number));
        weeks.close(week);
        assertThat(((Map<?, ?>) figure(figures(week, one), "REGISTERED").get("count")).get("added"))
                .isEqualTo(1);
        assertThat(((Map<?, ?>) figure(figures(week, other), "REGISTERED").get("count")).get("added"))
                .isEqualTo(1);
        var total = people.chief()
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .jsonPath();
        assertThat(((Map<?, ?>) figure(total, "PERSONS_REGISTERED").get("count")).get("added"))
                .isEqualTo(1);
    }

    @Test
    void a_person_who_moves_is_neither_added_nor_removed() {
        var platform = register.platform();
        var week = weeks.next();
        var investor = register.register(platform).getString("investor.id");
        weeks.close(week);
        var next = weeks.next();
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "搬家", "address", Map.of("areaCode", "445102008001")))
                .put("/api/v1/investors/" + investor)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo("445102008001"));
        weeks.close(next);
        assertThat(figure(figures(next, platform), "REGISTERED").get("count")).isEqualTo(balance(1, 0, 0, 1));
        people.chief()
                .queryParam("platformId", platform)
                .queryParam("byTown", true)
                .get("/api/v1/reporting-weeks/" + next + "/figures")
                .then()
                .body("items.findAll { it.measure == 'REGISTERED' }.townCode", contains("445102008000", "445102010000"))
                .body("items.findAll { it.measure == 'REGISTERED' }.count.moved", contains(1, -1))
                .body("items.findAll { it.measure == 'REGISTERED' }.count.closing", contains(1, 0));
    }

    @Test
    void a_week_before_the_first_one_cannot_be_closed() {
        recount.forgetEverything();
        people.chief()
                .body(Map.of())
                .post("/api/v1/reporting-weeks/2012-03-04/close")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/week-before-the-first"));
    }

    @Test
    void weeks_left_open_are_closed_one_by_one_with_their_own_entries() {
        var platform = register.platform();
        var first = weeks.next();
        register.register(platform);
        var second = weeks.next();
        register.register(platform);
        register.register(platform);
        weeks.close(second);
        assertThat(figure(figures(first, platform), "REGISTERED").get("count")).isEqualTo(balance(0, 1, 0, 1));
        assertThat(figure(figures(second, platform), "REGISTERED").get("count")).isEqualTo(balance(1, 2, 0, 3));
    }

    @Test
    void a_closed_week_is_not_closed_again() {
        var week = weeks.next();
        weeks.close(week);
        people.chief()
                .body(Map.of())
                .post("/api/v1/reporting-weeks/" + week + "/close")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/week-already-closed"));
    }

    @Test
    void a_future_week_and_a_day_that_ends_no_week_are_refused() {
        var week = weeks.next();
        people.chief()
                .body(Map.of())
                .post("/api/v1/reporting-weeks/" + week.plusWeeks(1) + "/close")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/week-not-begun"));
        people.chief()
                .body(Map.of())
                .post("/api/v1/reporting-weeks/" + week.minusDays(1) + "/close")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-the-end-of-a-week"));
    }

    @Test
    void a_cut_off_in_the_future_is_refused() {
        var week = weeks.next();
        people.chief()
                .body(Map.of(
                        "cutOffAt",
                        Clock.offset(clock, Duration.ofMinutes(5)).instant().toString()))
                .post("/api/v1/reporting-weeks/" + week + "/close")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/cutOffAt"));
    }

    @Test
    void a_clerk_may_not_close_a_week() {
        people.clerk()
                .body(Map.of())
                .post("/api/v1/reporting-weeks/2021-01-03/close")
                .then()
                .statusCode(403);
    }

    @Test
    void an_officer_reads_the_figures_of_the_own_area_only() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        people.officerOf(Register.CHENGXI)
                .queryParam("platformId", platform)
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }
}
