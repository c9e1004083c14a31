package io.redress.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.testing.Approvals;
import io.redress.testing.Browser;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.redress.testing.Witnesses;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Users manage their own password and sessions. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MyAccountTest {

    private static final String PASSWORD = "a long enough password";
    private static final String NEW_PASSWORD = "three unrelated words";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Witnesses witnesses;

    @Inject
    Approvals approvals;

    private AccountView opened() {
        return accounts.openWithOwnPassword(
                new OpenAccount("owner" + SERIAL.incrementAndGet(), "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
    }

    private RequestSpecification admin() {
        return people.as(Role.ADMIN, null);
    }

    private static Map<String, Object> change(String from, String to) {
        return new HashMap<>(Map.of("currentPassword", from, "newPassword", to));
    }

    private static Map<String, Object> withCode(String code) {
        var change = change(PASSWORD, NEW_PASSWORD);
        change.put("releaseCode", code);
        return change;
    }

    private static String token(Browser browser) {
        return browser.post("/access-tokens", Map.of("name", "x", "validDays", 1, "scopes", List.of("session:read")))
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private void isKnown(String token, int status) {
        people.nobody()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(status);
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_keeps_this_one_and_the_tokens() {
        var account = opened();
        var here = Browser.here().signsIn(account.username(), PASSWORD);
        var there = Browser.here().signsIn(account.username(), PASSWORD);
        var token = token(here);
        here.put("/me/password", change(PASSWORD, NEW_PASSWORD)).statusCode(204);
        here.get("/me").statusCode(200);
        there.get("/me").statusCode(401);
        isKnown(token, 200);
        Browser.here().tries(account.username(), PASSWORD).statusCode(401);
        Browser.here().signsIn(account.username(), NEW_PASSWORD);
        assertThat(witnesses.of(account.id())).contains("password-changed");
        assertThat(witnesses.all()).doesNotContain(NEW_PASSWORD);
    }

    @Test
    void a_new_password_revokes_the_tokens_on_request() {
        var account = opened();
        var here = Browser.here().signsIn(account.username(), PASSWORD);
        var token = token(here);
        var change = change(PASSWORD, NEW_PASSWORD);
        change.put("endTokens", true);
        here.put("/me/password", change).statusCode(204);
        isKnown(token, 401);
    }

    @Test
    void a_wrong_a_weak_or_the_same_password_is_refused() {
        var account = opened();
        var here = Browser.here().signsIn(account.username(), PASSWORD);
        here.put("/me/password", change("something else again", NEW_PASSWORD))
                .statusCode(422)
                .body("errors.pointer", contains("/currentPassword"));
        for (var unfit : List.of("short", "woaini1314520", "of " + account.username() + " alone", PASSWORD)) {
            here.put("/me/password", change(PASSWORD, unfit))
                    .statusCode(422)
                    .body("errors.pointer", contains("/newPassword"));
        }
        Browser.here().signsIn(account.username(), PASSWORD);
    }

    @Test
    void a_token_can_neither_change_the_password_nor_list_the_sessions() {
        var token = token(Browser.here().signsIn(opened().username(), PASSWORD));
        for (var path : List.of("/me/sessions", "/me/password")) {
            var request = people.nobody().header("Authorization", "Bearer " + token);
            var answer = path.endsWith("password")
                    ? request.body(change(PASSWORD, NEW_PASSWORD)).put("/api/v1" + path)
                    : request.get("/api/v1" + path);
            answer.then().statusCode(403).body("type", equalTo("/problems/token-needs-session"));
        }
    }

    @Test
    void a_user_with_a_given_password_must_change_it_first() {
        var username = "given" + SERIAL.incrementAndGet();
        var opening = Map.of("username", username, "name", "林登记", "password", PASSWORD, "roles", List.of("CLERK"));
        approvals.begin();
        String id = admin().body(opening)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("mustChangePassword", equalTo(true))
                .extract()
                .path("id");
        var browser = Browser.here();
        browser.tries(username, PASSWORD).statusCode(401);
        var code = approvals.approve(id);
        browser.tries(username, PASSWORD).statusCode(200).body("mustChangePassword", equalTo(true));
        for (var path : List.of("/me", "/registrations", "/me/sessions", "/access-tokens")) {
            browser.get(path).statusCode(403).body("type", equalTo("/problems/password-change-required"));
        }
        browser.put("/me/password", change(PASSWORD, PASSWORD)).statusCode(422);
        browser.put("/me/password", change(PASSWORD, NEW_PASSWORD))
                .statusCode(422)
                .body("errors.pointer", contains("/releaseCode"));
        browser.put("/me/password", withCode("xxxx-xxxx"))
                .statusCode(422)
                .body("errors.pointer", contains("/releaseCode"));
        browser.put("/me/password", withCode(code)).statusCode(204);
        browser.get("/me").statusCode(200).body("mustChangePassword", equalTo(false));
        browser.get("/registrations").statusCode(200);
    }

    @Test
    void a_user_with_a_given_password_can_sign_out() {
        var account = opened();
        approvals.begin();
        var renewed = Map.of("name", "林登记", "roles", List.of("CLERK"), "disabled", false, "newPassword", NEW_PASSWORD);
        admin().header("If-Match", "\"0\"")
                .body(renewed)
                .put("/api/v1/accounts/" + account.id())
                .then()
                .statusCode(200)
                .body("mustChangePassword", equalTo(false));
        approvals.approve(account.id().toString());
        var browser = Browser.here().signsIn(account.username(), NEW_PASSWORD);
        browser.delete("/session").statusCode(204);
        browser.get("/me").statusCode(401);
    }

    @Test
    void a_user_lists_own_sessions_and_ends_one() {
        var account = opened();
        var here = Browser.here().signsIn(account.username(), PASSWORD);
        var there = Browser.here().signsIn(account.username(), PASSWORD);
        var seen = here.get("/me/sessions")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.address", equalTo(List.of("127.0.0.1", "127.0.0.1")))
                .extract()
                .jsonPath();
        assertThat(seen.getList("items.current")).containsExactly(true, false);
        String other = seen.get("items[1].id");
        people.clerk().delete("/api/v1/me/sessions/" + other).then().statusCode(404);
        here.delete("/me/sessions/" + other).statusCode(204);
        here.delete("/me/sessions/" + other).statusCode(404);
        there.get("/me").statusCode(401);
        here.get("/me").statusCode(200);
    }

    @Test
    void a_user_ends_all_other_sessions_at_once() {
        var account = opened();
        var here = Browser.here().signsIn(account.username(), PASSWORD);
        var others = List.of(
                Browser.here().signsIn(account.username(), PASSWORD),
                Browser.here().signsIn(account.username(), PASSWORD));
        here.delete("/me/sessions").statusCode(204);
        others.forEach(other -> other.get("/me").statusCode(401));
        here.get("/me/sessions").statusCode(200).body("items", hasSize(1));
        assertThat(witnesses.eventsOf(account.id())).anySatisfy(event -> {
            assertThat(event.action()).isEqualTo("session-revoked");
            assertThat(event.details()).containsEntry("sessions", 2);
        });
    }

    @Test
    void only_an_administrator_can_end_all_sessions_of_an_account() {
        var account = opened();
        var browser = Browser.here().signsIn(account.username(), PASSWORD);
        var token = token(browser);
        var path = "/api/v1/accounts/" + account.id() + "/sessions";
        people.chief().delete(path).then().statusCode(403);
        admin().delete("/api/v1/accounts/" + UUID.randomUUID() + "/sessions")
                .then()
                .statusCode(404);
        admin().delete(path).then().statusCode(204);
        browser.get("/me").statusCode(401);
        isKnown(token, 200);
    }

    @Test
    void the_owner_sees_the_latest_sign_ins_also_those_that_have_ended() {
        var account = opened();
        var phone = Browser.here().calledItself("Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36");
        phone.signsIn(account.username(), PASSWORD);
        phone.delete("/session").statusCode(204);
        phone.signsIn(account.username(), PASSWORD);
        Browser.here().signsIn(account.username(), PASSWORD);
        phone.get("/me/sign-ins")
                .statusCode(200)
                .body("items.device", contains("PROGRAM", "PHONE", "PHONE"))
                .body("items.newDevice", contains(true, false, true))
                .body("items.current", contains(false, true, false))
                .body("items.means", contains("PASSWORD", "PASSWORD", "PASSWORD"))
                .body("items.address", everyItem(notNullValue()));
    }
}
