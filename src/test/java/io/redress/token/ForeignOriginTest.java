package io.redress.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing requests that a page of another site sends through a user's browser (CSRF). */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ForeignOriginTest {

    private static final String PASSWORD = "a long enough password";
    private static final String HOST = "redress.example:8080";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Refusals refusals;

    private String username() {
        var username = "visitor" + SERIAL.incrementAndGet();
        accounts.openWithOwnPassword(new OpenAccount(username, "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
        return username;
    }

    private static RequestSpecification signIn(String username) {
        return given().header("Host", HOST)
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD));
    }

    private static String at(String origin) {
        return origin.replace("HERE", HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "https://HERE",
                "http://redress.example",
                "http://redress.example:1",
                "http://127.0.0.1:8080",
                "http://HERE.elsewhere.example",
                "http://redress.example.elsewhere.example:8080",
                "http://elsewhere.example@HERE",
                "//HERE",
                "HERE",
                "null",
                "",
                "not an origin"
            })
    void a_page_of_another_site_cannot_sign_in(String origin) {
        var username = username();
        refusals.of(() -> signIn(username).header("Origin", at(origin)), request -> request.post("/api/v1/session"))
                .is(403, "foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://HERE", "HTTP://HERE", "http://REDRESS.example:8080"})
    void a_page_of_this_site_can_sign_in(String origin) {
        signIn(username())
                .header("Origin", at(origin))
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/v1/session")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "whatever, 403", "same-origin, 200", "none, 200"})
    void the_header_sec_fetch_site_decides(String site, int status) {
        signInWith("Sec-Fetch-Site", site).statusCode(status);
        signIn(username())
                .header("Origin", at("http://HERE"))
                .header("Sec-Fetch-Site", site)
                .post("/api/v1/session")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse signInWith(String header, String value) {
        return signIn(username()).header(header, value).post("/api/v1/session").then();
    }

    @Test
    void a_page_of_another_site_cannot_sign_out() {
        var session =
                signIn(username()).post("/api/v1/session").then().extract().cookie("redress_session");
        for (var origin : List.of("https://elsewhere.example", "null", at("https://HERE"))) {
            given().cookie("redress_session", session)
                    .header("Host", HOST)
                    .header("Origin", origin)
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/foreign-origin"));
        }
        given().cookie("redress_session", session)
                .header("Sec-Fetch-Site", "same-site")
                .delete("/api/v1/session")
                .then()
                .statusCode(403);
        given().cookie("redress_session", session).get("/api/v1/me").then().statusCode(200);
        given().cookie("redress_session", session)
                .header("Host", HOST)
                .header("Origin", at("http://HERE"))
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://HERE", "Origin, null", "Sec-Fetch-Site, same-site"})
    void a_cookie_is_refused_for_a_page_of_another_site(String header, String value) {
        var body = Map.of("name", "x", "validDays", 1, "scopes", List.of("session:read"));
        people.clerk()
                .header("Host", HOST)
                .header(header, at(value))
                .body(body)
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(401);
        people.clerk()
                .header("Host", HOST)
                .header(header, at(value))
                .get("/api/v1/access-tokens")
                .then()
                .statusCode(200);
    }

    @Test
    void a_token_is_accepted_from_a_page_of_any_site() {
        given().header("Authorization", "Bearer " + people.scriptTokenOf(Role.CLERK))
                .header("Origin", "https://elsewhere.example")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "南春街道振德街社区12号"))
                .post("/api/v1/areas/resolve")
                .then()
                .statusCode(200);
    }

    @Test
    void session_secrets_and_tokens_are_not_interchangeable() {
        var session =
                signIn(username()).post("/api/v1/session").then().extract().cookie("redress_session");
        var token = people.scriptTokenOf(Role.CLERK);
        for (var scheme : List.of("Bearer ", "bearer ")) {
            given().header("Authorization", scheme + session)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/sign-in-required"));
            given().header("Authorization", scheme + token)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(200);
        }
        given().cookie("redress_session", token).get("/api/v1/me").then().statusCode(401);
        given().cookie("redress_session", session).get("/api/v1/me").then().statusCode(200);
        assertThat(given().cookie("redress_session", token)
                        .delete("/api/v1/session")
                        .statusCode())
                .isEqualTo(204);
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }
}
