package io.redress.bulletin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bulletin of a week closed early is signed only after the week is over, unless the director confirms it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class EarlySignatureTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    AdjustableClock clock;

    private LocalDate week;
    private String id;

    @BeforeEach
    void review_the_bulletin_of_a_week_that_was_closed_on_its_first_day() {
        week = weeks.next();
        var platform = register.platform();
        people.chief()
                .body(Map.of("early", true))
                .post("/api/v1/reporting-weeks/" + week + "/close")
                .then()
                .statusCode(200);
        id = bulletins.draft(platform, week);
        bulletins.review(id);
    }

    private ValidatableResponse sign(String language, Map<String, ?> body) {
        return bulletins.step(people.director().header("Accept-Language", language), id, "issue", body);
    }

    private Instant end() {
        return week.plusDays(1).atStartOfDay(Clocks.BUREAU).toInstant();
    }

    @Test
    void a_bulletin_cannot_be_signed_before_the_week_is_over() {
        sign("zh", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-week-not-over"))
                .body("overAt", equalTo(end().toString()))
                .body("detail", containsString("到北京时间 " + week.plusDays(1) + " 00:00 才终了"));
        clock.setTo(end().minusSeconds(30));
        sign("en", Map.of())
                .statusCode(409)
                .body("detail", containsString("is over at " + week.plusDays(1) + " 00:00, Shanghai time"));
        clock.setTo(end());
        sign("zh", Map.of())
                .statusCode(200)
                .body("issuedOn", equalTo(week.plusDays(1).toString()));
    }

    @Test
    void an_issue_date_before_the_end_of_the_week_is_refused() {
        clock.setTo(end());
        sign("zh", Map.of("issuedOn", week.minusDays(1).toString()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/issuedOn"))
                .body("errors[0].message", containsString(week.toString()));
        sign("zh", Map.of("issuedOn", week.toString())).statusCode(200);
    }

    @Test
    void a_director_can_confirm_an_early_signature() {
        sign("zh", Map.of("early", true))
                .statusCode(200)
                .body("issuedOn", equalTo(Clocks.today(clock).toString()));
    }
}
