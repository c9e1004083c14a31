package io.redress.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.Auditing;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refused requests in the audit log. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusedRequestsTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Auditing auditing;

    @Inject
    RefusalWatch watch;

    @BeforeEach
    void settle_the_refusals_of_earlier_tests() {
        watch.settle(true);
    }

    private static String idOf(RequestSpecification caller) {
        return caller.get("/api/v1/me").path("id");
    }

    @Test
    void the_entry_of_an_unauthenticated_request_has_the_address() throws InterruptedException {
        var query = Map.of("action", "bulletin_missing", "outcome", "REFUSED", "limit", 200);
        var before = auditing.entries(query).size();
        people.nobody().get("/api/v1/disclosures-are-elsewhere").then().statusCode(404);
        people.nobody().get("/api/v1/bulletins/missing").then().statusCode(401);
        var entry = auditing.awaited(query, before + 1).get(0);
        assertThat(entry.detail("status")).isEqualTo("401");
        assertThat(entry.get("accountId")).isNull();
        assertThat(entry.get("address")).isNotBlank();
    }

    @Test
    void an_invalid_token_is_recorded_without_its_secret() throws InterruptedException {
        var query = Map.of("action", "request", "limit", 200);
        var before = auditing.entries(query).size();
        given().header("Authorization", "Bearer verysecret")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        var entries = auditing.awaited(query, before + 1);
        assertThat(entries).hasSizeGreaterThan(before);
        assertThat(entries.get(0).json().toString()).contains("401").doesNotContain("verysecret");
    }

    @Test
    void the_entry_of_a_forbidden_role_has_the_account() throws InterruptedException {
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
    void the_entry_of_a_record_out_of_scope_has_its_type_and_id() throws InterruptedException {
        var id = UUID.randomUUID().toString();
        people.officerOf(Register.CHENGXI).get("/api/v1/investors/" + id).then().statusCode(404);
        var entry = auditing.awaited(Map.of("recordId", id), 1).get(0);
        assertThat(entry.summary()).isEqualTo("investor_read REFUSED investor");
        assertThat(entry.detail("status")).isEqualTo("404");
    }

    @Test
    void invalid_ids_and_query_values_are_not_recorded() throws InterruptedException {
        var director = idOf(people.as(Role.DIRECTOR, Register.CHENGXI));
        var read = Map.of("action", "attention_read", "account", director);
        var listed = Map.of("action", "disclosure_list", "account", director);
        var readBefore = auditing.entries(read).size();
        var listedBefore = auditing.entries(listed).size();
        people.as(Role.DIRECTOR, Register.CHENGXI)
                .get("/api/v1/attention-entries/445102197001011234")
                .then()
                .statusCode(404);
        people.as(Role.DIRECTOR, Register.CHENGXI)
                .queryParam("text", "13900139000")
                .get("/api/v1/platforms/" + UUID.randomUUID() + "/disclosures")
                .then()
                .statusCode(404);
        var entries = List.of(
                auditing.awaited(read, readBefore + 1).get(0),
                auditing.awaited(listed, listedBefore + 1).get(0));
        assertThat(entries.get(0).get("recordId")).isNull();
        assertThat(entries.get(0).get("recordType")).isEqualTo("attentionEntry");
        assertThat(entries).noneMatch(entry -> entry.json().toString().matches(".*(1234|13900139000).*"));
    }

    @Test
    void a_refusal_repeated_within_a_minute_makes_two_entries() throws InterruptedException {
        var officer = people.officerOf(Register.KAIYUAN);
        var query = Map.of("action", "account_list", "outcome", "REFUSED", "account", idOf(officer), "limit", 200);
        var before = auditing.entries(query).size();
        for (var i = 0; i < 40; i++) {
            officer.get("/api/v1/accounts").then().statusCode(403);
        }
        assertThat(auditing.awaited(query, before + 1)).hasSize(before + 1);
        watch.settle(true);
        var entries = auditing.awaited(query, before + 2);
        assertThat(entries).hasSize(before + 2);
        assertThat(entries.get(0).detail("more")).isEqualTo("39");
        watch.settle(true);
        assertThat(auditing.awaited(query, before + 2)).hasSize(before + 2);
    }

    @Test
    void an_invalid_request_and_an_unknown_path_are_not_recorded_as_refusals() throws InterruptedException {
        var query = Map.of("account", idOf(clerk()), "outcome", "REFUSED", "limit", 200);
        var before = auditing.entries(query).size();
        clerk().body(Map.of()).post("/api/v1/registrations").then().statusCode(422);
        clerk().get("/api/v1/nowhere").then().statusCode(404);
        // This refusal is a marker: entries for the requests above would be written before it.
        clerk().get("/api/v1/accounts").then().statusCode(403);
        assertThat(auditing.awaited(query, before + 1)).hasSize(before + 1);
    }

    /** A clerk whom no other test has refused. */
    private RequestSpecification clerk() {
        return people.as(Role.CLERK, Register.KAIYUAN);
    }
}
