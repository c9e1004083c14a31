package io.redress.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.Auditing;
import io.redress.testing.Auditing.Entry;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was asked for in vain. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusedTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Auditing auditing;

    @Inject
    RefusalWatch watch;

    @BeforeEach
    void begin_a_new_minute() {
        watch.settle(true);
    }

    private List<Entry> refusals(String action, int count) throws InterruptedException {
        return auditing.awaited(Map.of("action", action, "outcome", "REFUSED"), count);
    }

    @Test
    void who_is_not_signed_in_is_remembered_by_address() throws InterruptedException {
        people.nobody().get("/api/v1/disclosures-are-elsewhere").then().statusCode(404);
        people.nobody().get("/api/v1/bulletins/missing").then().statusCode(401);
        var entry = refusals("bulletin_missing", 1).get(0);
        assertThat(entry.detail("status")).isEqualTo("401");
        assertThat(entry.get("accountId")).isNull();
        assertThat(entry.get("address")).isNotBlank();
    }

    @Test
    void a_token_that_proves_nothing_is_remembered_and_its_secret_is_not() throws InterruptedException {
        var before = auditing.entries(Map.of("action", "request")).size();
        given().header("Authorization", "Bearer verysecret")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        var entries = auditing.awaited(Map.of("action", "request"), before + 1);
        assertThat(entries).hasSizeGreaterThan(before);
        assertThat(entries.get(0).json().toString()).contains("401").doesNotContain("verysecret");
    }

    @Test
    void a_role_that_may_not_is_remembered_by_account() throws InterruptedException {
        var registration = register.register(register.platform()).getString("id");
        people.as(Role.ADMIN, null)
                .get("/api/v1/registrations/" + registration)
                .then()
                .statusCode(403);
        var entry = auditing.awaited(Map.of("recordId", registration, "outcome", "REFUSED"), 1)
                .get(0);
        assertThat(entry.summary()).isEqualTo("registration_read REFUSED registration");
        assertThat(entry.detail("status")).isEqualTo("403");
        assertThat(entry.get("actor")).isEqualTo("test.admin");
    }

    @Test
    void a_record_out_of_reach_is_remembered_by_its_name() throws InterruptedException {
        var id = UUID.randomUUID().toString();
        people.officerOf(Register.CHENGXI).get("/api/v1/investors/" + id).then().statusCode(404);
        var entry = auditing.awaited(Map.of("recordId", id), 1).get(0);
        assertThat(entry.summary()).isEqualTo("investor_read REFUSED investor");
        assertThat(entry.detail("status")).isEqualTo("404");
    }

    @Test
    void what_was_typed_in_place_of_an_id_or_into_the_query_stays_out() throws InterruptedException {
        people.as(Role.DIRECTOR, Register.CHENGXI)
                .get("/api/v1/attention-entries/445102197001011234")
                .then()
                .statusCode(404);
        people.as(Role.DIRECTOR, Register.CHENGXI)
                .queryParam("text", "13900139000")
                .get("/api/v1/platforms/" + UUID.randomUUID() + "/disclosures")
                .then()
                .statusCode(404);
        String director =
                people.as(Role.DIRECTOR, Register.CHENGXI).get("/api/v1/me").path("id");
        var entries = List.of(
                auditing.awaited(Map.of("action", "attention_read", "account", director), 1)
                        .get(0),
                auditing.awaited(Map.of("action", "disclosure_list", "account", director), 1)
                        .get(0));
        assertThat(entries.get(0).get("recordId")).isNull();
        assertThat(entries.get(0).get("recordType")).isEqualTo("attentionEntry");
        assertThat(entries).noneMatch(entry -> entry.json().toString().matches(".*(1234|13900139000).*"));
    }

    @Test
    void the_same_refusal_again_and_again_is_two_entries_and_no_more() throws InterruptedException {
        var officer = people.officerOf(Register.KAIYUAN);
        for (var i = 0; i < 40; i++) {
            officer.get("/api/v1/accounts").then().statusCode(403);
        }
        assertThat(refusals("account_list", 1)).hasSize(1);
        watch.settle(true);
        var entries = refusals("account_list", 2);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).detail("more")).isEqualTo("39");
        watch.settle(true);
        assertThat(refusals("account_list", 2)).hasSize(2);
    }

    @Test
    void a_request_that_was_wrong_or_late_is_no_refusal() {
        var clerk = people.clerk();
        var before =
                auditing.entries(Map.of("outcome", "REFUSED", "limit", 200)).size();
        clerk.body(Map.of()).post("/api/v1/registrations").then().statusCode(422);
        people.clerk().get("/api/v1/nowhere").then().statusCode(404);
        assertThat(auditing.entries(Map.of("outcome", "REFUSED", "limit", 200))).hasSize(before);
    }
}
