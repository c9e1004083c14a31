package io.redress.disclosure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.Clocks;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DisclosureTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Clock clock;

    private Map<String, Object> disclosure(String summary) {
        return new HashMap<>(Map.of(
                "kind",
                "HEAD_OFFICE_REPLY",
                "disclosedOn",
                Clocks.today(clock).toString(),
                "source",
                "平台总部",
                "summary",
                summary));
    }

    private ValidatableResponse record(String platform, Map<String, Object> body) {
        return people.clerk().body(body).post(path(platform)).then();
    }

    private static String path(String platform) {
        return "/api/v1/platforms/" + platform + "/disclosures";
    }

    private ValidatableResponse withdraw(String platform, String id) {
        return people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "重复记录"))
                .post(path(platform) + "/" + id + "/withdraw")
                .then();
    }

    @Test
    void disclosures_are_recorded_and_listed_latest_first() {
        var platform = register.platform();
        record(platform, disclosure("甲")).statusCode(201).body("recordedBy", equalTo("test.clerk"));
        record(platform, disclosure("乙")).statusCode(201);
        String next = people.officerOf("445102010000")
                .queryParam("limit", 1)
                .get(path(platform))
                .then()
                .statusCode(200)
                .body("items.summary", contains("乙"))
                .extract()
                .path("next");
        people.clerk()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(path(platform))
                .then()
                .body("items.summary", contains("甲"))
                .body("next", nullValue());
    }

    @Test
    void a_disclosure_counts_in_its_week_until_it_is_withdrawn() {
        var platform = register.platform();
        var week = weeks.next();
        String id = record(platform, disclosure("甲")).extract().path("id");
        record(platform, disclosure("乙"));
        weeks.close(week);
        figures(platform, week).body(count("added"), equalTo(2)).body(count("closing"), equalTo(2));
        var after = weeks.next();
        withdraw(platform, id)
                .statusCode(200)
                .body("withdrawnAt", notNullValue())
                .body("withdrawnBy", notNullValue());
        weeks.close(after);
        figures(platform, after)
                .body(count("opening"), equalTo(2))
                .body(count("removed"), equalTo(1))
                .body(count("closing"), equalTo(1));
    }

    private ValidatableResponse figures(String platform, LocalDate week) {
        return people.chief()
                .queryParam("platformId", platform)
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .then();
    }

    private static String count(String part) {
        return "items.find { it.measure == 'DISCLOSURES' }.count." + part;
    }

    @Test
    void a_disclosure_is_withdrawn_once_and_only_with_the_current_version() {
        var platform = register.platform();
        String id = record(platform, disclosure("甲")).extract().path("id");
        people.chief()
                .body(Map.of("reason", "x"))
                .post(path(platform) + "/" + id + "/withdraw")
                .then()
                .statusCode(428);
        withdraw(platform, id).statusCode(200);
        withdraw(platform, id).statusCode(412);
        people.chief()
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "x"))
                .post(path(platform) + "/" + id + "/withdraw")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/disclosure-withdrawn"));
    }

    @Test
    void invalid_fields_are_reported() {
        var platform = register.platform();
        var body = disclosure(" ");
        record(platform, body).statusCode(422).body("errors.pointer", contains("/summary"));
        body = disclosure("甲");
        body.put("disclosedOn", Clocks.today(clock).plusDays(1).toString());
        record(platform, body).statusCode(422).body("errors.pointer", contains("/disclosedOn"));
        body = disclosure("甲");
        body.put("branchId", UUID.randomUUID().toString());
        record(platform, body).statusCode(422).body("errors.pointer", contains("/branchId"));
        record(UUID.randomUUID().toString(), disclosure("甲")).statusCode(404);
    }

    @Test
    void liaisons_and_administrators_cannot_read_disclosures_and_clerks_cannot_withdraw_them() {
        var platform = register.platform();
        String id = record(platform, disclosure("甲")).extract().path("id");
        people.as(Role.ADMIN, null).get(path(platform)).then().statusCode(403);
        people.nobody().get(path(platform)).then().statusCode(401);
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "x"))
                .post(path(platform) + "/" + id + "/withdraw")
                .then()
                .statusCode(403);
    }

    @Test
    void a_disclosure_of_another_platform_is_not_found() {
        var platform = register.platform();
        String id = record(platform, disclosure("甲")).extract().path("id");
        withdraw(register.platform(), id).statusCode(404);
    }
}
