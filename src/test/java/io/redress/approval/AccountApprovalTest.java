package io.redress.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Approvals;
import io.redress.testing.AtOnce;
import io.redress.testing.Browser;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people change an account: an administrator asks, an auditor or a section chief decides, the owner is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccountApprovalTest {

    private static final String PASSWORD = "a long enough password";
    private static final String NEW_PASSWORD = "another long password";
    private static final String CHANGES = "/api/v1/account-changes";

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Approvals approvals;

    @Inject
    AccountDecisions decisions;

    @Inject
    AdjustableClock clock;

    @Inject
    Owner owner;

    @Inject
    Refusals database;

    @BeforeEach
    void a_second_person_is_there() {
        approvals.begin();
    }

    @AfterEach
    void let_the_clock_go() {
        clock.reset();
    }

    private RequestSpecification admin() {
        return people.as(Role.ADMIN, null);
    }

    private RequestSpecification auditor() {
        return people.as(Role.AUDITOR, null);
    }

    private AccountView somebody(Role role, String areaCode) {
        var username = "somebody." + UUID.randomUUID();
        return accounts.openWithOwnPassword(new OpenAccount(username, "林登记", PASSWORD, Set.of(role), areaCode, null));
    }

    private static Map<String, Object> to(String areaCode, String password, Role... roles) {
        var change = new HashMap<String, Object>();
        change.put("name", "林登记");
        change.put("roles", roles);
        change.put("disabled", false);
        change.put("areaCode", areaCode);
        change.put("newPassword", password);
        return change;
    }

    private ValidatableResponse change(AccountView account, Map<String, ?> change) {
        return admin().header("If-Match", "\"" + account.version() + "\"")
                .body(change)
                .put("/api/v1/accounts/" + account.id())
                .then()
                .statusCode(200);
    }

    private String asked(AccountView account, Map<String, ?> change) {
        return change(account, change)
                .body("pendingChangeId", notNullValue())
                .extract()
                .path("pendingChangeId");
    }

    private ValidatableResponse decide(RequestSpecification by, String id, String verb) {
        return approvals.decide(by, id, verb, verb.equals("refuse") ? Map.of("reason", "未经本人同意") : Map.of());
    }

    @Test
    void a_role_that_is_granted_counts_when_somebody_else_has_approved_it() {
        var account = somebody(Role.CLERK, null);
        var browser = Browser.here().signsIn(account.username(), PASSWORD);
        var id = asked(account, to(null, null, Role.CLERK, Role.SECTION_CHIEF));
        browser.get("/me").body("roles", contains("CLERK"));
        auditor()
                .get(CHANGES + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("kinds", contains("ROLE_GRANTED"))
                .body("presentRoles", contains("CLERK"))
                .body("roles", contains("CLERK", "SECTION_CHIEF"))
                .body("askedBy", equalTo("test.admin"));
        decide(people.chief(), id, "approve").statusCode(200).body("releaseCode", nullValue());
        browser.get("/me").body("roles", contains("CLERK", "SECTION_CHIEF"));
    }

    @Test
    void taking_rights_away_waits_for_nobody() {
        var account = somebody(Role.CLERK, "445102010000");
        change(account, to("445102010001", null, Role.DIRECTOR))
                .body("roles", empty())
                .body("areaCode", equalTo("445102010001"))
                .body("pendingChangeId", notNullValue());
        var other = somebody(Role.CLERK, null);
        var disabling = to(null, null, Role.CLERK);
        disabling.put("disabled", true);
        change(other, disabling).body("disabled", equalTo(true)).body("pendingChangeId", nullValue());
    }

    @Test
    void an_area_that_is_wider_or_elsewhere_waits() {
        for (var wider : List.of(Register.CHENGXI, "445102010000")) {
            var account = somebody(Role.AREA_OFFICER, "445102010001");
            var id = asked(account, to(wider, null, Role.AREA_OFFICER));
            var browser = Browser.here().signsIn(account.username(), PASSWORD);
            browser.get("/me").body("areaCode", equalTo("445102010001"));
            decide(auditor(), id, "approve").statusCode(200);
            browser.get("/me").body("areaCode", equalTo(wider));
        }
    }

    @Test
    void a_password_that_waits_signs_nobody_in_and_alone_opens_nothing() {
        var account = somebody(Role.CLERK, null);
        var id = asked(account, to(null, NEW_PASSWORD, Role.CLERK));
        Browser.here().tries(account.username(), NEW_PASSWORD).statusCode(401);
        Browser.here().signsIn(account.username(), PASSWORD);
        String code = decide(auditor(), id, "approve")
                .statusCode(200)
                .body("change.status", equalTo("APPROVED"))
                .extract()
                .path("releaseCode");
        Browser.here().tries(account.username(), PASSWORD).statusCode(401);
        var browser = Browser.here().signsIn(account.username(), NEW_PASSWORD);
        browser.get("/registrations").statusCode(403).body("type", equalTo("/problems/password-change-required"));
        var choice = new HashMap<String, Object>(
                Map.of("currentPassword", NEW_PASSWORD, "newPassword", "chosen by its owner"));
        browser.put("/me/password", choice).statusCode(422).body("errors.pointer", contains("/releaseCode"));
        choice.put("releaseCode", " " + code + " ");
        browser.put("/me/password", choice).statusCode(204);
        browser.get("/registrations").statusCode(200);
    }

    @Test
    void neither_password_nor_code_is_kept_in_clear_or_longer_than_needed() {
        var account = somebody(Role.CLERK, null);
        var id = asked(account, to(null, NEW_PASSWORD, Role.CLERK));
        var kept = "select coalesce(password_hash, '-') from account_change where id = '" + id + "'";
        assertThat(database.query(kept).get(0)).startsWith("$argon2id$");
        String code = decide(auditor(), id, "approve").extract().path("releaseCode");
        assertThat(database.query(kept)).containsExactly("-");
        assertThat(database.query("select release_code_hash from account where id = '" + account.id() + "'")
                        .get(0))
                .startsWith("$argon2id$")
                .doesNotContain(code);
    }

    @Test
    void the_owner_of_an_account_does_not_approve_its_change_but_may_refuse() {
        var account = somebody(Role.AUDITOR, null);
        var id = asked(account, to(null, NEW_PASSWORD, Role.AUDITOR));
        var browser = Browser.here().signsIn(account.username(), PASSWORD);
        browser.request()
                .header("If-Match", "\"0\"")
                .body("{}")
                .post(CHANGES + "/" + id + "/approve")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/approval-own-account"));
        decide(browser.request(), id, "refuse")
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("refusalReason", equalTo("未经本人同意"));
        browser.get("/me").statusCode(200);
    }

    @Test
    void an_administrator_who_has_become_an_auditor_does_not_approve_what_they_asked_for() {
        var asker = somebody(Role.ADMIN, null);
        var account = somebody(Role.CLERK, null);
        var session = Browser.here().signsIn(asker.username(), PASSWORD);
        String id = session.request()
                .header("If-Match", "\"0\"")
                .body(to(null, null, Role.DIRECTOR))
                .put("/api/v1/accounts/" + account.id())
                .then()
                .statusCode(200)
                .extract()
                .path("pendingChangeId");
        decide(auditor(), asked(asker, to(null, null, Role.AUDITOR)), "approve").statusCode(200);
        for (var verb : List.of("approve", "refuse")) {
            decide(session.request(), id, verb).statusCode(403).body("type", equalTo("/problems/approval-own-request"));
        }
    }

    @Test
    void the_database_takes_no_approval_by_the_same_person() {
        var account = somebody(Role.CLERK, null);
        var id = asked(account, to(null, null, Role.DIRECTOR));
        for (var decider : List.of("asked_by_id", "account_id", "null")) {
            assertThatThrownBy(() -> owner.execute("update account_change set status = 'APPROVED', decided_by_id = "
                            + decider + " where id = '" + id + "'"))
                    .hasStackTraceContaining("account_change_is_approved_by_another_person");
        }
    }

    @Test
    void only_those_who_decide_decide_and_only_the_asker_withdraws() {
        var id = asked(somebody(Role.CLERK, null), to(null, null, Role.DIRECTOR));
        for (var role : List.of(Role.ADMIN, Role.CLERK, Role.DIRECTOR, Role.AREA_OFFICER)) {
            var whoever = people.as(role, role == Role.AREA_OFFICER ? Register.KAIYUAN : null);
            decide(whoever, id, "approve").statusCode(403);
            decide(whoever, id, "refuse").statusCode(403);
        }
        decide(auditor(), id, "withdraw").statusCode(403);
        var otherAdmin = somebody(Role.ADMIN, null);
        decide(Browser.here().signsIn(otherAdmin.username(), PASSWORD).request(), id, "withdraw")
                .statusCode(403)
                .body("type", equalTo("/problems/approval-not-asker"));
        decide(admin(), id, "withdraw").statusCode(200).body("status", equalTo("WITHDRAWN"));
        decide(auditor(), id, "approve")
                .statusCode(409)
                .body("type", equalTo("/problems/approval-not-pending"))
                .body("currentStatus", equalTo("WITHDRAWN"));
    }

    @Test
    void a_token_decides_nothing() {
        var id = asked(somebody(Role.CLERK, null), to(null, null, Role.DIRECTOR));
        var script = people.nobody().header("Authorization", "Bearer " + people.scriptTokenOf(Role.SECTION_CHIEF));
        decide(script, id, "approve").statusCode(403).body("type", equalTo("/problems/token-needs-session"));
    }

    @Test
    void a_chief_of_an_area_decides_within_it() {
        var chiefOfTown = people.as(Role.SECTION_CHIEF, Register.CHENGXI);
        var county = asked(somebody(Role.CLERK, null), to(null, null, Role.DIRECTOR));
        decide(chiefOfTown, county, "approve").statusCode(404);
        chiefOfTown.get(CHANGES + "/" + county).then().statusCode(404);
        chiefOfTown.get(CHANGES).then().statusCode(200).body("items.id", not(hasItem(county)));
        var own = asked(somebody(Role.CLERK, Register.CHENGXI), to(Register.CHENGXI, null, Role.DIRECTOR));
        decide(chiefOfTown, own, "approve").statusCode(200);
    }

    @Test
    void who_decides_says_which_version_they_saw() {
        var path = CHANGES + "/" + asked(somebody(Role.CLERK, null), to(null, null, Role.DIRECTOR)) + "/approve";
        auditor().body("{}").post(path).then().statusCode(428);
        auditor().header("If-Match", "\"7\"").body("{}").post(path).then().statusCode(412);
        auditor()
                .header("If-Match", "\"0\"")
                .body("{}")
                .post(CHANGES + "/" + UUID.randomUUID() + "/approve")
                .then()
                .statusCode(404);
        auditor()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", " "))
                .post(path.replace("approve", "refuse"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void of_two_who_decide_at_once_one_decides() {
        var id = asked(somebody(Role.CLERK, null), to(null, null, Role.DIRECTOR));
        people.chief().get("/api/v1/me");
        Callable<Integer> first = () -> auditor()
                .header("If-Match", "\"0\"")
                .body("{}")
                .post(CHANGES + "/" + id + "/approve")
                .statusCode();
        Callable<Integer> second = () -> people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "不同意"))
                .post(CHANGES + "/" + id + "/refuse")
                .statusCode();
        assertThat(AtOnce.all(List.of(first, second))).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void what_the_second_person_did_not_see_is_not_approved() {
        var account = somebody(Role.CLERK, null);
        var browser = Browser.here().signsIn(account.username(), PASSWORD);
        var id = asked(account, to(null, null, Role.DIRECTOR));
        browser.put("/me/password", Map.of("currentPassword", PASSWORD, "newPassword", NEW_PASSWORD))
                .statusCode(204);
        decide(auditor(), id, "approve").statusCode(409).body("type", equalTo("/problems/account-changed-meanwhile"));
    }

    @Test
    void the_next_change_takes_the_place_of_the_one_that_waits() {
        var account = somebody(Role.CLERK, null);
        var first = asked(account, to(null, null, Role.CLERK, Role.DIRECTOR));
        var second = asked(account, to(null, null, Role.CLERK, Role.SECTION_CHIEF));
        auditor().get(CHANGES + "/" + first).then().body("status", equalTo("WITHDRAWN"));
        decide(auditor(), first, "approve").statusCode(409);
        decide(auditor(), second, "approve").statusCode(200).body("change.roles", contains("CLERK", "SECTION_CHIEF"));
    }

    @Test
    void a_request_lapses_after_its_term_and_its_password_is_forgotten() {
        var account = somebody(Role.CLERK, null);
        var id = asked(account, to(null, NEW_PASSWORD, Role.CLERK));
        var kept = "select coalesce(password_hash, '-') || status from account_change where id = '" + id + "'";
        clock.setTo(clock.instant().plus(Duration.ofDays(7)));
        decide(auditor(), id, "approve").statusCode(409).body("currentStatus", equalTo("EXPIRED"));
        auditor().get(CHANGES + "/" + id).then().body("status", equalTo("EXPIRED"));
        decisions.expireOverdue();
        assertThat(database.query(kept)).containsExactly("-EXPIRED");
        asked(account, to(null, null, Role.DIRECTOR));
    }

    @Test
    void the_owner_is_told_who_changed_what_and_confirms_it() {
        var account = somebody(Role.CLERK, "445102010000");
        var browser = Browser.here().signsIn(account.username(), PASSWORD);
        browser.get("/me/account-changes").statusCode(200).body("items", hasSize(0));
        var id = asked(account, to(null, null, Role.CLERK));
        browser.get("/me/account-changes").body("items", hasSize(0));
        browser.post("/me/account-changes/" + id + "/acknowledge", Map.of()).statusCode(404);
        decide(auditor(), id, "approve").statusCode(200);
        browser.get("/me/account-changes")
                .body("items.kinds[0]", contains("AREA_WIDENED"))
                .body("items[0].changedBy", equalTo("test.admin"))
                .body("items[0].approvedBy", equalTo("test.auditor"));
        people.clerk()
                .post("/api/v1/me/account-changes/" + id + "/acknowledge")
                .then()
                .statusCode(404);
        browser.post("/me/account-changes/" + id + "/acknowledge", Map.of()).statusCode(204);
        browser.post("/me/account-changes/" + id + "/acknowledge", Map.of()).statusCode(204);
        browser.get("/me/account-changes").body("items", hasSize(0));
    }

    @Test
    void the_owner_is_told_also_of_what_was_taken_away() {
        var account = somebody(Role.CLERK, null);
        var browser = Browser.here().signsIn(account.username(), PASSWORD);
        change(account, to("445102010000", null, Role.CLERK));
        browser.get("/me/account-changes")
                .body("items.kinds[0]", contains("AREA_NARROWED"))
                .body("items[0].approvedBy", nullValue());
    }

    @Test
    void an_account_that_was_refused_is_asked_for_again() {
        var account = Map.of(
                "username", "again." + UUID.randomUUID(), "name", "林", "password", PASSWORD, "roles", List.of("CLERK"));
        String id = admin().body(account)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("roles", empty())
                .body("disabled", equalTo(true))
                .extract()
                .path("id");
        decide(auditor(), approvals.pendingOf(id), "refuse").statusCode(200);
        Browser.here().tries((String) account.get("username"), PASSWORD).statusCode(401);
        admin().header("If-Match", "\"0\"")
                .body(to(null, null, Role.CLERK))
                .put("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
        assertThat(approvals.approve(id)).isNotNull();
    }
}
