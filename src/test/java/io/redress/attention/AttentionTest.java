package io.redress.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AttentionTest {

    private static final String LIST = "/api/v1/attention-entries";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    AdjustableClock clock;

    @Inject
    LapseJob job;

    @Inject
    Owner owner;

    private String propose(String registrationId, int level) {
        return people.clerk()
                .body(Map.of("registrationId", registrationId, "reason", "EMOTIONAL_DISTRESS", "level", level))
                .post(LIST)
                .then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private String extractOf(String registrationId) {
        String investor =
                people.chief().get("/api/v1/registrations/" + registrationId).path("investor.id");
        return people.chief()
                .body(Map.of("identifiedBy", "本人"))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private LocalDate inDays(int days) {
        return Clocks.today(clock).plusDays(days);
    }

    private ValidatableResponse chief(String id, String step, int version, Map<String, ?> body) {
        return people.chief()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(LIST + "/" + id + "/" + step)
                .then();
    }

    private String approved(String registrationId, int level) {
        var id = propose(registrationId, level);
        chief(id, "approve", 0, Map.of("reviewOn", inDays(20).toString()))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        return id;
    }

    private Map<String, Object> level(LocalDate week, String platform, int level) {
        return people.chief()
                .queryParam("platformId", platform)
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .jsonPath()
                .getMap("items.find { it.measure == 'ATTENTION_LEVEL_" + level + "' }.count");
    }

    @Test
    void the_entries_of_a_person_include_all_registrations_of_the_person() {
        var registration = register.register(register.platform());
        var id = propose(registration.getString("id"), 3);
        propose(register.register(register.platform()).getString("id"), 3);
        people.clerk()
                .queryParam("investorId", registration.getString("investor.id"))
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        people.clerk()
                .queryParam("investorId", UUID.randomUUID())
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        people.clerk().queryParam("investorId", "x").get(LIST).then().statusCode(422);
    }

    @Test
    void the_chief_approves_what_a_clerk_proposed_and_the_week_counts_it() {
        var week = weeks.next();
        var platform = register.platform();
        var id = approved(register.register(platform).getString("id"), 2);
        people.clerk()
                .queryParam("status", "ACTIVE")
                .queryParam("platformId", platform)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        weeks.close(week);
        assertThat(level(week, platform, 2))
                .isEqualTo(Map.of("opening", 0, "added", 1, "removed", 0, "moved", 0, "closing", 1));
    }

    @Test
    void a_chief_cannot_decide_on_an_own_proposal() {
        var registration = register.register(register.platform()).getString("id");
        String id = people.chief()
                .body(Map.of("registrationId", registration, "reason", "HARDSHIP", "level", 3))
                .post(LIST)
                .path("id");
        chief(id, "approve", 0, Map.of("reviewOn", inDays(20).toString()))
                .statusCode(403)
                .body("type", equalTo("/problems/attention-own-proposal"));
        people.director()
                .header("If-Match", "\"0\"")
                .body(Map.of("reviewOn", inDays(20).toString()))
                .post(LIST + "/" + id + "/approve")
                .then()
                .statusCode(200);
    }

    @Test
    void a_registration_has_at_most_one_open_entry() {
        var registration = register.register(register.platform()).getString("id");
        propose(registration, 1);
        people.clerk()
                .body(Map.of("registrationId", registration, "reason", "HARDSHIP", "level", 1))
                .post(LIST)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-on-attention-list"));
    }

    @Test
    void a_declined_proposal_may_be_made_again() {
        var registration = register.register(register.platform()).getString("id");
        chief(propose(registration, 1), "decline", 0, Map.of("reason", "暂不需要")).statusCode(200);
        propose(registration, 2);
    }

    @Test
    void an_entry_lapses_by_itself_on_the_day_after_its_review() {
        weeks.next();
        var platform = register.platform();
        var id = approved(register.register(platform).getString("id"), 1);
        clock.setTo(clock.instant().plus(Duration.ofDays(20)));
        job.run();
        people.clerk().get(LIST + "/" + id).then().body("status", equalTo("ACTIVE"));
        clock.setTo(clock.instant().plus(Duration.ofDays(1)));
        job.run();
        people.clerk().get(LIST + "/" + id).then().body("status", equalTo("LAPSED"));
        var week = weeks.next();
        weeks.close(week);
        assertThat(level(week, platform, 1)).isNull();
    }

    @Test
    void an_entry_renewed_at_another_level_counts_as_removed_and_added() {
        var week = weeks.next();
        var platform = register.platform();
        var id = approved(register.register(platform).getString("id"), 1);
        weeks.close(week);
        var next = weeks.next();
        chief(id, "renew", 1, Map.of("reviewOn", inDays(30).toString(), "level", 3))
                .statusCode(200);
        weeks.close(next);
        assertThat(level(next, platform, 1))
                .isEqualTo(Map.of("opening", 1, "added", 0, "removed", 1, "moved", 0, "closing", 0));
        assertThat(level(next, platform, 3))
                .isEqualTo(Map.of("opening", 0, "added", 1, "removed", 0, "moved", 0, "closing", 1));
    }

    @Test
    void an_entry_ends_with_a_reason_and_cannot_be_reopened() {
        var id = approved(register.register(register.platform()).getString("id"), 1);
        chief(id, "leave", 1, Map.of("reason", "")).statusCode(422).body("errors.pointer", contains("/reason"));
        chief(id, "leave", 1, Map.of("reason", "情绪已平稳")).statusCode(200).body("leavingReason", equalTo("情绪已平稳"));
        chief(id, "renew", 2, Map.of("reviewOn", inDays(10).toString()))
                .statusCode(409)
                .body("type", equalTo("/problems/attention-step-not-possible"));
    }

    @Test
    void an_entry_ends_when_its_registration_is_withdrawn() {
        var registration = register.register(register.platform()).getString("id");
        var id = approved(registration, 1);
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "本人要求"))
                .post("/api/v1/registrations/" + registration + "/withdraw")
                .then()
                .statusCode(200);
        people.clerk().get(LIST + "/" + id).then().body("status", equalTo("LEFT"));
    }

    @Test
    void an_entry_moves_to_the_registration_that_its_own_is_merged_into() {
        var platform = register.platform();
        var from = register.register(platform).getString("id");
        var into = register.register(platform);
        var id = approved(from, 1);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", into.getString("id"), "carryAmounts", false, "reason", "同一人"))
                .post("/api/v1/registrations/" + from + "/merge")
                .then()
                .statusCode(200);
        people.clerk()
                .get(LIST + "/" + id)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("registrationId", equalTo(into.getString("id")))
                .body("investorId", equalTo(into.getString("investor.id")));
    }

    @ParameterizedTest
    @CsvSource({
        "true, 1, false, 1, true",
        "true, 3, false, 1, true",
        "false, 1, true, 3, false",
        "true, 1, true, 2, true",
        "true, 2, true, 1, false",
        "true, 2, true, 2, false",
        "false, 1, false, 2, true",
        "false, 2, false, 2, false"
    })
    void after_a_merge_the_approved_entry_stays_and_then_the_more_urgent_one(
            boolean isActive, int level, boolean isOtherActive, int otherLevel, boolean isKept) {
        var platform = register.platform();
        var from = register.register(platform).getString("id");
        var into = register.register(platform).getString("id");
        var entry = isActive ? approved(from, level) : propose(from, level);
        var other = isOtherActive ? approved(into, otherLevel) : propose(into, otherLevel);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", into, "carryAmounts", false, "reason", "同一人"))
                .post("/api/v1/registrations/" + from + "/merge")
                .then()
                .statusCode(200);
        people.clerk()
                .get(LIST + "/" + (isKept ? entry : other))
                .then()
                .body("status", equalTo((isKept ? isActive : isOtherActive) ? "ACTIVE" : "PROPOSED"))
                .body("registrationId", equalTo(into));
        people.clerk().get(LIST + "/" + (isKept ? other : entry)).then().body("status", equalTo("LEFT"));
    }

    @Test
    void a_review_day_in_the_past_or_too_far_off_is_refused() {
        var id = propose(register.register(register.platform()).getString("id"), 1);
        for (var days : new int[] {0, 200}) {
            chief(id, "approve", 0, Map.of("reviewOn", inDays(days).toString()))
                    .statusCode(422)
                    .body("errors.pointer", contains("/reviewOn"));
        }
    }

    @Test
    void stale_versions_forbidden_roles_and_other_areas_are_refused() {
        var id = propose(register.register(register.platform()).getString("id"), 1);
        var approval = Map.of("reviewOn", inDays(10).toString());
        chief(id, "approve", 5, approval).statusCode(412);
        people.chief().body(approval).post(LIST + "/" + id + "/approve").then().statusCode(428);
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(approval)
                .post(LIST + "/" + id + "/approve")
                .then()
                .statusCode(403);
        people.officerOf(Register.CHENGXI).get(LIST + "/" + id).then().statusCode(404);
        people.officerOf(Register.CHENGXI).get(LIST).then().statusCode(200).body("items.id", not(hasItem(id)));
        people.officerOf(Register.NEW_TAIPING).get(LIST).then().body("items.id", hasItem(id));
        people.nobody().get(LIST).then().statusCode(401);
    }

    @Test
    void an_unknown_registration_cannot_be_proposed() {
        people.clerk()
                .body(Map.of(
                        "registrationId", "0190f0a0-0000-7000-8000-000000000000", "reason", "HARDSHIP", "level", 1))
                .post(LIST)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/registrationId"));
    }

    @Test
    void an_entry_that_ended_before_the_retention_period_is_erased_and_an_active_entry_stays() {
        var holding = approved(register.register(register.platform()).getString("id"), 2);
        var registration = register.register(register.platform()).getString("id");
        var ended = approved(registration, 2);
        assertThat(extractOf(registration)).doesNotContain("现无列入记录");
        chief(ended, "leave", 1, Map.of("reason", "情绪已平稳")).statusCode(200);
        owner.execute(
                "update attention_entry set ended_at = ended_at - interval '20 years' where id = '" + ended + "'");
        System.setProperty("redress.retention.attention", "P10Y");
        try {
            people.as(Role.ADMIN, null)
                    .body(Map.of("dryRun", false))
                    .post("/api/v1/retention-runs")
                    .then()
                    .statusCode(200)
                    .body("items.find { it.kind == 'attention' }.records", greaterThanOrEqualTo(1));
        } finally {
            System.clearProperty("redress.retention.attention");
        }
        people.chief().get(LIST + "/" + ended).then().statusCode(404);
        assertThat(extractOf(registration)).contains("现无列入记录", "满保存期限后删除").doesNotContain("从未列入");
        people.chief().get(LIST + "/" + holding).then().statusCode(200);
    }
}
