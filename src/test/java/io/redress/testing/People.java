package io.redress.testing;

import static io.restassured.RestAssured.given;

import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.time.Clocks;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The people who act in the tests; each signs in once a day of the tests' clock and is known by a cookie. */
@Singleton
public class People {

    private static final String PASSWORD = "a password for tests";

    private final Accounts accounts;
    private final Clock clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    People(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public RequestSpecification clerk() {
        return as(Role.CLERK, null);
    }

    public RequestSpecification chief() {
        return as(Role.SECTION_CHIEF, null);
    }

    public RequestSpecification director() {
        return as(Role.DIRECTOR, null);
    }

    /** An officer who answers for one area. */
    public RequestSpecification officerOf(String areaCode) {
        return as(Role.AREA_OFFICER, areaCode);
    }

    /** Who speaks for a branch. */
    public RequestSpecification liaisonOf(UUID branchId) {
        var cookie = cookieOf("test.branch-liaison." + branchId, Role.BRANCH_LIAISON, null, branchId);
        return given().cookie("redress_session", cookie).contentType(ContentType.JSON);
    }

    public RequestSpecification as(Role role, String areaCode) {
        return given().cookie("redress_session", cookieOf(role, areaCode)).contentType(ContentType.JSON);
    }

    public RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    /** A token that outlives the day, for clients other than REST Assured and tests that live through weeks. */
    public String scriptTokenOf(Role role) {
        return as(role, null)
                .body(Map.of("name", "test", "validDays", 366))
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /** Whatever was done may have ended the session; the next request signs in again. */
    public void forgetSessionOf(Role role, String areaCode) {
        cookies.remove(usernameOf(role, areaCode) + Clocks.today(clock));
    }

    private static String usernameOf(Role role, String areaCode) {
        return ("test." + role.name() + (areaCode == null ? "" : "." + areaCode))
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private String cookieOf(Role role, String areaCode) {
        return cookieOf(usernameOf(role, areaCode), role, areaCode, null);
    }

    private String cookieOf(String username, Role role, String areaCode, UUID branchId) {
        if (known.add(username)) {
            accounts.open(new OpenAccount(username, username, PASSWORD, Set.of(role), areaCode, branchId));
        }
        return cookies.computeIfAbsent(
                username + Clocks.today(clock),
                day -> given().contentType(ContentType.JSON)
                        .body(Map.of("username", username, "password", PASSWORD))
                        .post("/api/v1/session")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("redress_session"));
    }
}
