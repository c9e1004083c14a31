package io.redress.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.text.Digests;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Pages;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionTest {

    private static final String PASSWORD = "a long enough password";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    AdjustableClock clock;

    @Inject
    AgroalDataSource database;

    private static Map<String, Object> account(String username) {
        return new HashMap<>(
                Map.of("username", username, "name", "林登记", "password", PASSWORD, "roles", List.of("CLERK")));
    }

    private RequestSpecification admin() {
        return people.as(Role.ADMIN, null);
    }

    private String opened() {
        var username = "person" + SERIAL.incrementAndGet();
        accounts.openWithOwnPassword(new OpenAccount(username, "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
        return username;
    }

    private static ValidatableResponse signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session")
                .then();
    }

    private static String session(String username) {
        return signIn(username, PASSWORD).statusCode(200).extract().cookie("redress_session");
    }

    private static ValidatableResponse me(String session) {
        return given().cookie("redress_session", session).get("/api/v1/me").then();
    }

    @Test
    void a_user_signs_in_with_a_safe_cookie_and_signs_out() {
        var username = opened();
        var session = signIn(username, PASSWORD)
                .statusCode(200)
                .body("name", equalTo("林登记"))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .extract()
                .cookie("redress_session");
        me(session).statusCode(200).body("username", equalTo(username)).body("roles", contains("CLERK"));
        given().cookie("redress_session", session)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
        me(session).statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void the_sign_in_page_is_told_that_sign_in_with_a_provider_is_not_available() {
        given().get("/api/v1/session/oidc/offer").then().statusCode(200).body("offered", equalTo(false));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_name_get_the_same_response() {
        var wrong =
                signIn(opened(), "not the password").statusCode(401).extract().asString();
        assertThat(signIn("nobody-of-this-name", PASSWORD)
                        .statusCode(401)
                        .extract()
                        .asString())
                .isEqualTo(wrong);
    }

    @Test
    void a_session_ends_after_ten_hours_even_if_it_is_in_use() {
        var session = session(opened());
        for (var minutes = 0; minutes < 9 * 60 + 59; minutes += 20) {
            me(session).statusCode(200);
            clock.setTo(clock.instant().plus(Duration.ofMinutes(20)));
        }
        me(session).statusCode(401);
        clock.reset();
    }

    @Test
    void a_session_ends_after_half_an_hour_without_use() {
        var session = session(opened());
        clock.setTo(clock.instant().plus(Duration.ofMinutes(29)));
        me(session).statusCode(200);
        clock.setTo(clock.instant().plus(Duration.ofMinutes(29)));
        me(session).statusCode(200);
        clock.setTo(clock.instant().plus(Duration.ofMinutes(31)));
        me(session).statusCode(401);
        clock.reset();
    }

    @Test
    void the_last_use_of_a_session_is_updated_at_most_once_a_minute() throws SQLException {
        var session = session(opened());
        var before = lastUse(session);
        me(session).statusCode(200);
        assertThat(lastUse(session)).isEqualTo(before);
        clock.setTo(clock.instant().plus(Duration.ofSeconds(61)));
        me(session).statusCode(200);
        assertThat(lastUse(session)).isAfter(before.plusSeconds(60));
        clock.reset();
    }

    private Instant lastUse(String session) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select last_used_at from access_token where digest = ?")) {
            select.setString(1, Digests.sha256(session));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        }
    }

    @Test
    void a_cookie_is_refused_for_a_page_of_another_site() {
        var session = session(opened());
        given().cookie("redress_session", session)
                .contentType(ContentType.JSON)
                .header("Origin", "https://elsewhere.example")
                .body(Map.of("name", "x", "validDays", 1, "scopes", List.of("session:read")))
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(401);
    }

    @Test
    void an_access_token_works_until_it_is_revoked_or_expires() {
        var session = session(opened());
        var issued = given().cookie("redress_session", session)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "nightly import", "validDays", 30, "scopes", List.of("session:read")))
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var bearer = "Bearer " + issued.getString("secret");
        given().header("Authorization", bearer).get("/api/v1/me").then().statusCode(200);
        given().cookie("redress_session", session)
                .get("/api/v1/access-tokens")
                .then()
                .statusCode(200)
                .body("items.name", contains("nightly import"))
                .body(not(containsString(issued.getString("secret"))));
        clock.setTo(clock.instant().plus(Duration.ofDays(31)));
        given().header("Authorization", bearer).get("/api/v1/me").then().statusCode(401);
        clock.reset();
        people.clerk()
                .delete("/api/v1/access-tokens/" + issued.getString("id"))
                .then()
                .statusCode(404);
        given().cookie("redress_session", session)
                .delete("/api/v1/access-tokens/" + issued.getString("id"))
                .then()
                .statusCode(204);
        given().header("Authorization", bearer).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void neither_passwords_nor_secrets_are_in_the_database() throws SQLException {
        var session = session(opened());
        try (var connection = database.getConnection();
                var row = connection
                        .prepareStatement("select string_agg(password_hash, ' ') || (select string_agg(digest, ' ')"
                                + " from access_token) from account")
                        .executeQuery()) {
            row.next();
            assertThat(row.getString(1)).contains("$argon2id$").doesNotContain(PASSWORD, session);
        }
    }

    @Test
    void disabling_an_account_ends_its_sessions_at_once() {
        var username = opened();
        var session = session(username);
        String id = me(session).extract().path("id");
        var change = new HashMap<String, Object>(Map.of("name", "林登记", "roles", List.of("CLERK"), "disabled", true));
        admin().body(change).put("/api/v1/accounts/" + id).then().statusCode(428);
        admin().header("If-Match", "\"4\"")
                .body(change)
                .put("/api/v1/accounts/" + id)
                .then()
                .statusCode(412);
        admin().header("If-Match", "\"0\"")
                .body(change)
                .put("/api/v1/accounts/" + id)
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true));
        me(session).statusCode(401);
        signIn(username, PASSWORD).statusCode(401);
    }

    @Test
    void an_invalid_cookie_is_refused_and_does_not_prevent_sign_in() {
        var username = opened();
        for (var stale : List.of("unknown", ended(username))) {
            me(stale).statusCode(401).header("WWW-Authenticate", "Bearer");
            given().cookie("redress_session", stale)
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(204);
            given().cookie("redress_session", stale)
                    .contentType(ContentType.JSON)
                    .body(Map.of("username", username, "password", PASSWORD))
                    .post("/api/v1/session")
                    .then()
                    .statusCode(200);
        }
    }

    private static String ended(String username) {
        var session = session(username);
        given().cookie("redress_session", session)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
        return session;
    }

    @Test
    void a_wrong_bearer_token_is_refused_even_with_a_valid_cookie() {
        var username = opened();
        var session = session(username);
        given().cookie("redress_session", session)
                .header("Authorization", "Bearer unknown")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer unknown")
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/sign-in-required"));
    }

    @Test
    void a_token_cannot_issue_tokens() {
        var request = Map.of("name", "another", "validDays", 1, "scopes", List.of("session:read"));
        given().header("Authorization", "Bearer " + people.scriptTokenOf(Role.CLERK))
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/token-needs-session"));
        people.clerk().body(request).post("/api/v1/access-tokens").then().statusCode(201);
    }

    @Test
    void only_an_administrator_can_open_accounts() {
        var username = opened();
        assertThat(usernames()).contains(username);
        admin().body(account(username))
                .post("/api/v1/accounts")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/username-taken"));
        people.chief().body(account("intruder")).post("/api/v1/accounts").then().statusCode(403);
        var weak = account("weak");
        weak.put("password", "short");
        admin().body(weak)
                .post("/api/v1/accounts")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/password"));
    }

    private List<String> usernames() {
        return Pages.all(this::admin, "/api/v1/accounts").stream()
                .map(account -> (String) account.get("username"))
                .toList();
    }

    @Test
    void an_administrator_cannot_read_cases() {
        for (var path :
                List.of("/registrations", "/attention-entries", "/bulletins", "/platforms", "/reporting-weeks")) {
            admin().get("/api/v1" + path).then().statusCode(403);
            people.as(Role.AUDITOR, null).get("/api/v1" + path).then().statusCode(403);
            people.as(Role.BRANCH_LIAISON, null).get("/api/v1" + path).then().statusCode(403);
        }
    }
}
