package io.redress.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.testing.Chromium;
import io.redress.testing.Journey;
import io.redress.testing.Keycloak;
import io.redress.testing.PackagedService;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenID Connect sign-in: the packaged service, a real Keycloak, and attackers between the two. */
class KeycloakIT {

    private static final String ADMIN_PASSWORD = "a password for tests";

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.in(Files.createDirectory(folder.resolve("keycloak")));
        service = PackagedService.in(Files.createDirectory(folder.resolve("service")))
                .environment("REDRESS_ADMIN_PASSWORD", ADMIN_PASSWORD)
                .property("redress.oidc.issuer", keycloak.issuer().toString())
                .property("redress.oidc.client-id", "redress")
                .property("redress.oidc.client-secret", "invented-for-tests")
                .property(
                        "redress.oidc.roles",
                        "redress-clerk:CLERK,redress-chief:SECTION_CHIEF,redress-officer:AREA_OFFICER,redress-admin:ADMIN")
                .property("redress.oidc.claims.area", "area")
                .property("redress.oidc.landing", "/api/v1/me")
                .start();
        keycloak.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        keycloak.close();
        service.close();
    }

    private static URI begin() {
        return service.uri("/api/v1/session/oidc");
    }

    /** From the service to the provider's form, and back to the service with the provider's response. */
    private static URI backFromKeycloak(Journey journey, String username) throws Exception {
        var form = journey.get(Journey.onwards(journey.get(begin())));
        var answer = journey.fill(form, Map.of("username", username, "password", "password-of-" + username));
        return Journey.onwards(answer);
    }

    private static HttpResponse<String> signIn(Journey journey, String username) throws Exception {
        return journey.get(backFromKeycloak(journey, username));
    }

    private static RequestSpecification in(Journey journey) {
        return given().cookie("redress_session", journey.cookie(begin(), "redress_session"))
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse get(Journey journey, String path) {
        return in(journey).get(service.uri("/api/v1" + path)).then();
    }

    private static Journey signedIn(String username) throws Exception {
        var journey = new Journey();
        assertThat(signIn(journey, username).statusCode()).isEqualTo(200);
        return journey;
    }

    private static RequestSpecification admin() {
        var session = given().contentType(ContentType.JSON)
                .body(Map.of("username", "admin", "password", ADMIN_PASSWORD))
                .post(service.uri("/api/v1/session"))
                .then()
                .statusCode(200)
                .extract()
                .cookie("redress_session");
        return given().cookie("redress_session", session).contentType(ContentType.JSON);
    }

    private static void isRefused(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"/problems/" + problem + "\"");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("redress_session"));
    }

    @Test
    void the_sign_in_page_is_told_that_sign_in_with_the_provider_is_available() throws Exception {
        var offer = new Journey().get(service.uri("/api/v1/session/oidc/offer"));
        assertThat(offer.statusCode()).isEqualTo(200);
        assertThat(offer.body()).isEqualTo("{\"offered\":true}");
    }

    @Test
    void a_clerk_at_the_provider_gets_an_ordinary_session_as_a_clerk() throws Exception {
        var journey = new Journey();
        var answer = signIn(journey, "lin");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("redress_session=")
                        && cookie.contains("SameSite=Strict")
                        && cookie.contains("HttpOnly"));
        String id = get(journey, "/me")
                .statusCode(200)
                .body("username", equalTo("lin@localhost"))
                .body("name", equalTo("登记 林"))
                .body("roles", contains("CLERK"))
                .body("mustChangePassword", equalTo(false))
                .extract()
                .path("id");
        get(journey, "/registrations").statusCode(200);
        get(journey, "/accounts").statusCode(403);
        get(journey, "/me/sessions").statusCode(200).body("items.current", hasItem(true));
        get(signedIn("lin"), "/me").body("id", equalTo(id));
    }

    /** The provider still names an area that was merged into another in 2021. */
    @Test
    void roles_and_area_are_updated_at_each_sign_in() throws Exception {
        var officer = signedIn("chen");
        get(officer, "/me").body("roles", contains("AREA_OFFICER")).body("areaCode", equalTo("445102010000"));
        keycloak.changeRole("chen", "redress-officer", "redress-chief");
        var chief = signedIn("chen");
        get(chief, "/me").body("roles", contains("SECTION_CHIEF"));
        get(officer, "/me").body("roles", contains("SECTION_CHIEF"));
        keycloak.changeRole("chen", "redress-chief", "canteen");
        isRefused(signIn(new Journey(), "chen"), 403, "no-role-here");
        get(officer, "/me").statusCode(401);
    }

    @Test
    void a_user_without_a_role_of_the_service_is_refused_and_gets_no_account() throws Exception {
        isRefused(signIn(new Journey(), "guest"), 403, "no-role-here");
        admin().get(service.uri("/api/v1/accounts"))
                .then()
                .statusCode(200)
                .body("items.username", not(hasItem("guest@localhost")));
    }

    @Test
    void incompatible_roles_are_refused() throws Exception {
        isRefused(signIn(new Journey(), "both"), 403, "roles-refused");
    }

    @Test
    void an_account_disabled_at_the_provider_cannot_sign_in_again() throws Exception {
        var journey = new Journey();
        var form = journey.get(Journey.onwards(journey.get(begin())));
        var answer = journey.fill(form, Map.of("username", "gone", "password", "password-of-gone"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void an_account_disabled_in_the_service_is_refused_and_cannot_get_a_password() throws Exception {
        var journey = signedIn("wu");
        String id = get(journey, "/me").extract().path("id");
        in(journey)
                .body(Map.of("currentPassword", "password-of-wu", "newPassword", "three unrelated words"))
                .put(service.uri("/api/v1/me/password"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/signs-in-elsewhere"));
        change(
                        id,
                        Map.of(
                                "name",
                                "吴",
                                "roles",
                                List.of("CLERK"),
                                "disabled",
                                false,
                                "newPassword",
                                "three odd words here"))
                .statusCode(422)
                .body("errors.pointer", contains("/newPassword"));
        change(id, Map.of("name", "吴", "roles", List.of("CLERK"), "disabled", true))
                .statusCode(200);
        get(journey, "/me").statusCode(401);
        isRefused(signIn(new Journey(), "wu"), 403, "account-disabled");
    }

    private static ValidatableResponse change(String id, Map<String, ?> change) {
        int version = admin().get(service.uri("/api/v1/accounts?limit=200"))
                .path("items.find { it.id == '" + id + "' }.version");
        return admin().header("If-Match", "\"" + version + "\"")
                .body(change)
                .put(service.uri("/api/v1/accounts/" + id))
                .then();
    }

    @Test
    void a_forged_foreign_or_used_state_is_refused() throws Exception {
        var journey = new Journey();
        var back = backFromKeycloak(journey, "lin");
        var forged = URI.create(back.toString().replaceFirst("state=[^&]+", "state=forged"));
        isRefused(journey.get(forged), 401, "oidc-failed");
        isRefused(new Journey().get(back), 401, "oidc-failed");
        var other = new Journey();
        other.get(begin());
        isRefused(other.get(back), 401, "oidc-failed");
        assertThat(journey.get(back).statusCode()).isEqualTo(200);
        isRefused(journey.get(back), 401, "oidc-failed");
    }

    /** The code of one browser with the state of another that also began to sign in: PKCE and nonce prevent it. */
    @Test
    void a_code_taken_from_another_browser_is_refused() throws Exception {
        var taken = backFromKeycloak(new Journey(), "lin").getQuery().replaceFirst(".*\\bcode=([^&]+).*", "$1");
        var thief = new Journey();
        var own = backFromKeycloak(thief, "wen");
        isRefused(
                thief.get(URI.create(own.toString().replaceFirst("code=[^&]+", "code=" + taken))), 401, "oidc-failed");
    }

    @Test
    void a_sign_in_cancelled_at_the_provider_is_refused() throws Exception {
        var journey = new Journey();
        var state = Journey.onwards(journey.get(begin())).getQuery().replaceFirst(".*\\bstate=([^&]+).*", "$1");
        var cancelled = service.uri("/api/v1/session/oidc/return?error=access_denied&state=" + state);
        isRefused(journey.get(cancelled), 401, "oidc-failed");
        isRefused(journey.get(service.uri("/api/v1/session/oidc/return?state=" + state)), 401, "oidc-failed");
    }

    @Test
    void signing_out_ends_the_session_and_the_next_sign_in_asks_for_the_password_again() throws Exception {
        var journey = signedIn("lin");
        in(journey).delete(service.uri("/api/v1/session")).then().statusCode(204);
        get(journey, "/me").statusCode(401);
        assertThat(Journey.hasForm(journey.get(Journey.onwards(journey.get(begin())))))
                .isTrue();
    }

    @Test
    void an_access_token_of_the_provider_is_refused() throws Exception {
        given().header("Authorization", "Bearer " + keycloak.accessTokenOf("lin", "password-of-lin"))
                .get(service.uri("/api/v1/me"))
                .then()
                .statusCode(401);
    }

    @Test
    void the_password_of_the_provider_is_refused() throws Exception {
        signedIn("lin");
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "lin@localhost", "password", "password-of-lin"))
                .post(service.uri("/api/v1/session"))
                .then()
                .statusCode(401);
    }

    /** The target address needs the session: a browser that withheld the strict cookie would show an error there. */
    @Test
    void a_real_browser_is_signed_in_after_the_redirect() throws IOException, InterruptedException {
        assumeTrue(Chromium.isInstalled(), "Chromium is installed");
        try (var browser = new Chromium(Files.createDirectory(folder.resolve("chromium")))) {
            browser.go(begin());
            browser.awaitThat("document.querySelector('#kc-form-login') !== null");
            browser.says("(document.querySelector('#username').value = 'lin',"
                    + " document.querySelector('#password').value = 'password-of-lin',"
                    + " document.querySelector('#kc-form-login').submit())");
            browser.awaitThat("location.pathname === '/api/v1/me' && document.readyState === 'complete'");
            assertThat(browser.says("document.body.innerText")).contains("lin@localhost", "CLERK");
        }
    }
}
