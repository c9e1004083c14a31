package io.redress.testing;

import static io.restassured.RestAssured.given;

import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The users of the tests. Each signs in once per 15 minutes of the tests' clock and keeps a session cookie. */
@Singleton
public class People {

    private static final String PASSWORD = "a password for tests";

    private static final int SHORTER_THAN_IDLE = 900;

    private final Accounts accounts;
    private final Clock clock;
    private final Map<String, AccountView> known = new ConcurrentHashMap<>();
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

    /** An officer who is responsible for one area. */
    public RequestSpecification officerOf(String areaCode) {
        return as(Role.AREA_OFFICER, areaCode);
    }

    /** The liaison of a branch. */
    public RequestSpecification liaisonOf(UUID branchId) {
        var cookie = cookieOf("test.branch-liaison." + branchId, Set.of(Role.BRANCH_LIAISON), null, branchId);
        return given().cookie("redress_session", cookie).contentType(ContentType.JSON);
    }

    public RequestSpecification as(Role role, String areaCode) {
        return given().cookie("redress_session", cookieOf(role, areaCode)).contentType(ContentType.JSON);
    }

    /** A user with several roles. */
    public RequestSpecification with(Role first, Role... others) {
        var roles = EnumSet.of(first, others);
        var username = "test." + roles.stream().map(Role::name).collect(Collectors.joining("."));
        var cookie = cookieOf(username.toLowerCase(Locale.ROOT).replace('_', '-'), roles, null, null);
        return given().cookie("redress_session", cookie).contentType(ContentType.JSON);
    }

    /** A user whom no other test knows, for what is limited by account. */
    public RequestSpecification fresh(Role role) {
        var cookie = cookieOf("test.fresh." + UUID.randomUUID(), Set.of(role), null, null);
        return given().cookie("redress_session", cookie).contentType(ContentType.JSON);
    }

    public RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    /** A long-lived access token, for clients other than REST Assured and tests that simulate weeks. */
    public String scriptTokenOf(Role first, Role... others) {
        return with(first, others)
                .body(Map.of("name", "test", "validDays", 366, "scopes", scopesOf(first, others)))
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /** All scopes for which a user with these roles may issue a token. */
    public List<String> scopesOf(Role first, Role... others) {
        return with(first, others)
                .get("/api/v1/access-tokens/scopes")
                .then()
                .statusCode(200)
                .extract()
                .path("items.scope");
    }

    /** For sessions that may have ended or been erased: the next request of each user signs in again. */
    public void forgetSessions() {
        cookies.clear();
    }

    private long quarter() {
        return clock.instant().getEpochSecond() / SHORTER_THAN_IDLE;
    }

    private static String usernameOf(Role role, String areaCode) {
        return ("test." + role.name() + (areaCode == null ? "" : "." + areaCode))
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private String cookieOf(Role role, String areaCode) {
        return cookieOf(usernameOf(role, areaCode), Set.of(role), areaCode, null);
    }

    private String cookieOf(String username, Set<Role> roles, String areaCode, UUID branchId) {
        known.computeIfAbsent(
                username,
                name -> accounts.openWithOwnPassword(new OpenAccount(name, name, PASSWORD, roles, areaCode, branchId)));
        return cookies.computeIfAbsent(
                username + quarter(),
                time -> given().contentType(ContentType.JSON)
                        .body(Map.of("username", username, "password", PASSWORD))
                        .post("/api/v1/session")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("redress_session"));
    }
}
