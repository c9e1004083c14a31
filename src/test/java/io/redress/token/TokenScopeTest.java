package io.redress.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Browser;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.redress.testing.Witnesses;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A token allows only its scopes, not everything that its owner may do. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenScopeTest {

    private static final String PASSWORD = "a long enough password";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Witnesses witnesses;

    @Inject
    AdjustableClock clock;

    private Browser somebody(Role role) {
        var opening = new OpenAccount("scoped" + SERIAL.incrementAndGet(), "林登记", PASSWORD, Set.of(role), null, null);
        accounts.openWithOwnPassword(opening);
        return Browser.here().signsIn(opening.username(), PASSWORD);
    }

    private static ValidatableResponse issue(Browser by, String... scopes) {
        return by.post("/access-tokens", Map.of("name", "12345 热线", "validDays", 30, "scopes", List.of(scopes)));
    }

    private static JsonPath issued(Browser by, String... scopes) {
        return issue(by, scopes).statusCode(201).extract().jsonPath();
    }

    private RequestSpecification by(JsonPath token) {
        return people.nobody().header("Authorization", "Bearer " + token.getString("secret"));
    }

    private static void isOutOfScope(ValidatableResponse answer, String scope) {
        answer.statusCode(403)
                .body("type", equalTo("/problems/token-out-of-scope"))
                .body("scope", equalTo(scope))
                .body("detail", containsString(scope));
    }

    @Test
    void a_token_reads_and_writes_only_within_its_scopes() {
        var token = issued(somebody(Role.CLERK), "registrations:read");
        by(token).get("/api/v1/registrations").then().statusCode(200);
        isOutOfScope(by(token).body("{}").post("/api/v1/registrations").then(), "registrations:write");
        isOutOfScope(by(token).get("/api/v1/platforms").then(), "platforms:read");
        var writing = issued(somebody(Role.CLERK), "registrations:write");
        by(writing).body("{}").post("/api/v1/registrations").then().statusCode(422);
        isOutOfScope(by(writing).get("/api/v1/registrations").then(), "registrations:read");
    }

    @Test
    void a_search_by_post_needs_the_read_scope_only() {
        var token = issued(somebody(Role.CLERK), "investors:read", "areas:read");
        by(token)
                .body("{\"name\": \"无此人\"}")
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200);
        by(token)
                .body("{\"text\": \"太平街道\"}")
                .post("/api/v1/areas/resolve")
                .then()
                .statusCode(200);
    }

    @Test
    void a_token_is_limited_by_the_roles_of_its_owner() {
        var chief = somebody(Role.SECTION_CHIEF);
        var token = issued(chief, "platforms:read", "platforms:write");
        by(token).body("{}").post("/api/v1/platforms").then().statusCode(422);
        var account = chief.get("/me").statusCode(200).extract().jsonPath();
        people.as(Role.ADMIN, null)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "林登记", "roles", List.of("CLERK"), "disabled", false))
                .put("/api/v1/accounts/" + account.getString("id"))
                .then()
                .statusCode(200);
        by(token)
                .body("{}")
                .post("/api/v1/platforms")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void an_unknown_scope_or_one_beyond_the_roles_of_the_user_is_refused() {
        var clerk = somebody(Role.CLERK);
        for (var scope : List.of("registrations", "*", "registrations:*", "accounts:write", "everything:read")) {
            issue(clerk, "registrations:read", scope).statusCode(422).body("errors.pointer", contains("/scopes"));
        }
        issue(clerk).statusCode(422).body("errors.pointer", contains("/scopes"));
        clerk.get("/access-tokens/scopes")
                .statusCode(200)
                .body("items.scope", hasItem("registrations:write"))
                .body("items.scope", not(hasItem("accounts:read")))
                .body("items.scope", not(hasItem("session:write")));
        issue(somebody(Role.ADMIN), "accounts:read").statusCode(201);
    }

    @Test
    void a_token_is_valid_for_at_most_a_year_and_expires_on_its_day() {
        var clerk = somebody(Role.CLERK);
        clerk.post("/access-tokens", Map.of("name", "x", "validDays", 367, "scopes", List.of("areas:read")))
                .statusCode(422)
                .body("errors.pointer", contains("/validDays"));
        var token = issued(clerk, "session:read");
        clock.setTo(clock.instant().plus(Duration.ofDays(29)));
        by(token).get("/api/v1/me").then().statusCode(200);
        clock.setTo(clock.instant().plus(Duration.ofDays(2)));
        by(token).get("/api/v1/me").then().statusCode(401);
        clock.reset();
    }

    @Test
    void the_last_use_of_a_token_is_shown_and_its_secret_only_once() {
        var clerk = somebody(Role.CLERK);
        var token = issued(clerk, "session:read");
        clerk.get("/access-tokens")
                .statusCode(200)
                .body("items.scopes", contains(List.of("session:read")))
                .body("items[0].lastUsedAt", equalTo(null))
                .body(not(containsString(token.getString("secret"))));
        by(token).get("/api/v1/me").then().statusCode(200);
        assertThat(clerk.get("/access-tokens").extract().jsonPath().getString("items[0].lastUsedAt"))
                .isNotNull();
    }

    @Test
    void an_administrator_lists_all_tokens_and_revokes_one() {
        var clerk = somebody(Role.CLERK);
        var token = issued(clerk, "session:read");
        var admin = somebody(Role.ADMIN);
        clerk.get("/access-tokens/all").statusCode(403);
        var found = false;
        var cursor = "";
        while (!found) {
            var page = admin.request()
                    .queryParam("limit", 200)
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/access-tokens/all")
                    .then()
                    .statusCode(200)
                    .body(not(containsString(token.getString("secret"))))
                    .extract()
                    .jsonPath();
            found = page.getList("items.id").contains(token.getString("id"));
            cursor = page.getString("next");
        }
        people.chief()
                .delete("/api/v1/access-tokens/" + token.getString("id"))
                .then()
                .statusCode(404);
        admin.delete("/access-tokens/" + token.getString("id")).statusCode(204);
        by(token).get("/api/v1/me").then().statusCode(401);
        assertThat(witnesses.of(UUID.fromString(token.getString("id"))))
                .containsExactly("token-issued", "token-revoked");
        assertThat(witnesses.all()).doesNotContain(token.getString("secret"));
    }

    @Test
    void a_session_cannot_be_revoked_as_a_token() {
        var clerk = somebody(Role.CLERK);
        String session = clerk.get("/me/sessions").extract().path("items[0].id");
        clerk.delete("/access-tokens/" + session).statusCode(404);
    }
}
