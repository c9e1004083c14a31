package io.redress.testing;

import static io.restassured.RestAssured.given;

import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The people who act in the tests; each signs in once and is known by a cookie. */
@Singleton
public class People {

    private static final String PASSWORD = "a password for tests";

    private final Accounts accounts;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    People(Accounts accounts) {
        this.accounts = accounts;
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

    public RequestSpecification as(Role role, String areaCode) {
        return given().cookie("redress_session", cookieOf(role, areaCode)).contentType(ContentType.JSON);
    }

    public RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    private String cookieOf(Role role, String areaCode) {
        var username = (role.name() + (areaCode == null ? "" : "." + areaCode)).toLowerCase();
        return cookies.computeIfAbsent(username.replace('_', '-'), name -> {
            accounts.open(new OpenAccount(name, name, PASSWORD, Set.of(role), areaCode, null));
            return given().contentType(ContentType.JSON)
                    .body(Map.of("username", name, "password", PASSWORD))
                    .post("/api/v1/session")
                    .then()
                    .statusCode(200)
                    .extract()
                    .cookie("redress_session");
        });
    }
}
