package io.redress.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(BehindProxyTest.Forwarding.class)
class BehindProxyTest {

    private static final String PASSWORD = "a long enough password";

    public static class Forwarding implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Inject
    Accounts accounts;

    @Test
    void a_response_over_tls_has_strict_transport_security() {
        given().get("/q/health/live").then().header("Strict-Transport-Security", nullValue());
        for (var address : List.of("/q/health/live", "/nothing", "/api/v1/me")) {
            given().header("X-Forwarded-Proto", "https")
                    .get(address)
                    .then()
                    .header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @Test
    void a_session_cookie_over_tls_is_secure_and_works_for_pages_of_this_site() {
        accounts.openWithOwnPassword(new OpenAccount("behind.proxy", "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
        var signIn = Map.of("username", "behind.proxy", "password", PASSWORD);
        given().contentType(ContentType.JSON)
                .body(signIn)
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .header("Set-Cookie", not(containsString("Secure")));
        var session = given().header("X-Forwarded-Proto", "https")
                .header("Host", "redress.example")
                .contentType(ContentType.JSON)
                .body(signIn)
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("Secure"))
                .extract()
                .cookie("__Host-redress_session");
        given().header("X-Forwarded-Proto", "https")
                .header("Host", "redress.example")
                .header("Origin", "https://redress.example")
                .cookie("__Host-redress_session", session)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "x", "validDays", 1, "scopes", List.of("areas:read")))
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "https, https://redress.example, 200",
        "https, https://redress.example:443, 200",
        "https, http://redress.example, 403",
        "https, https://redress.example:8443, 403",
        "http, http://redress.example, 200",
        "http, https://redress.example, 403"
    })
    void the_origin_is_compared_with_the_scheme_at_the_proxy(String forwarded, String origin, int status) {
        var username = "proxied." + UUID.randomUUID();
        accounts.openWithOwnPassword(new OpenAccount(username, "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
        given().header("X-Forwarded-Proto", forwarded)
                .header("Host", "redress.example")
                .header("Origin", origin)
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(status);
    }
}
