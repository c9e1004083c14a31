package io.redress.testing;

import static io.restassured.RestAssured.given;

import io.redress.account.Role;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A new installation of the packaged service: an administrator, a chief, and one platform. */
public final class FreshOffice {

    public static final String PASSWORD = "a password for tests";

    private static final String FIRST_PASSWORD = "a first password for tests";

    private FreshOffice() {}

    /** A launch with the administrator's password set, and without rate limits: tests are faster than people. */
    public static PackagedService.Launch in(Path folder) {
        return PackagedService.in(folder)
                .environment("REDRESS_ADMIN_PASSWORD", PASSWORD)
                .property("redress.limits.requests-per-minute", "0")
                .property("redress.limits.requests-per-minute-per-address", "0");
    }

    public static PackagedService start(Path folder) throws IOException, InterruptedException {
        return in(folder).start();
    }

    /** Creates the chief's account and replaces its first password. */
    public static void openChief(PackagedService service) {
        as(signIn(service, "admin"))
                .body(Map.of("username", "chief", "name", "周股长", "password", FIRST_PASSWORD, "roles", new Role[] {
                    Role.SECTION_CHIEF
                }))
                .post(service.uri("/api/v1/accounts"))
                .then()
                .statusCode(201);
        choosePassword(service, "chief");
    }

    /** Replaces the first password of a new account. */
    public static void choosePassword(PackagedService service, String username) {
        as(signIn(service, username, FIRST_PASSWORD))
                .body(Map.of("currentPassword", FIRST_PASSWORD, "newPassword", PASSWORD))
                .put(service.uri("/api/v1/me/password"))
                .then()
                .statusCode(204);
    }

    /** Returns the new platform's id. */
    public static String enterPlatform(PackagedService service, String session) {
        return as(session)
                .body(Map.of(
                        "name", "某平台",
                        "kind", "ONLINE_LENDING",
                        "stage", "CASE_FILED",
                        "setOff", List.of("RETURNS", "CONSUMPTION", "GOODS"),
                        "watched", false))
                .post(service.uri("/api/v1/platforms"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Returns the session's cookie. */
    public static String signIn(PackagedService service, String username) {
        return signIn(service, username, PASSWORD);
    }

    private static String signIn(PackagedService service, String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post(service.uri("/api/v1/session"))
                .then()
                .statusCode(200)
                .extract()
                .cookie("redress_session");
    }

    public static RequestSpecification as(String session) {
        return given().cookie("redress_session", session).contentType(ContentType.JSON);
    }
}
