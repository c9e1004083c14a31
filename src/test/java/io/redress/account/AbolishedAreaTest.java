package io.redress.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts whose area was merged into another. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AbolishedAreaTest {

    private static final String PASSWORD = "a long enough password";
    private static final String ZONE = "445102401000";
    private static final String PARK = "445102402000";

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Register register;

    @Inject
    Owner owner;

    private static Map<String, Object> officer(String areaCode) {
        return new HashMap<>(Map.of(
                "username",
                "officer." + UUID.randomUUID(),
                "name",
                "陈片区",
                "password",
                PASSWORD,
                "roles",
                List.of("AREA_OFFICER"),
                "areaCode",
                areaCode));
    }

    private ValidatableResponse open(Map<String, Object> account) {
        return people.as(Role.ADMIN, null)
                .body(account)
                .post("/api/v1/accounts")
                .then();
    }

    private ValidatableResponse change(Map<String, ?> account, String areaCode) {
        var change = new HashMap<String, Object>();
        change.put("name", account.get("name"));
        change.put("roles", List.of("AREA_OFFICER"));
        change.put("disabled", false);
        change.put("areaCode", areaCode);
        return people.as(Role.ADMIN, null)
                .header("If-Match", "\"" + account.get("version") + "\"")
                .body(change)
                .put("/api/v1/accounts/" + account.get("id"))
                .then();
    }

    private RequestSpecification signedIn(String username) {
        var session = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("redress_session");
        return given().cookie("redress_session", session).contentType(ContentType.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "445102001000, 湘桥街道, 太平街道, 445102010000",
        "445102001, 湘桥街道, 太平街道, 445102010000",
        "445102001001, 开元社区居民委员会, 开元社区居民委员会, 445102010001"
    })
    void an_account_for_an_abolished_area_is_refused_with_the_successor(
            String code, String name, String successor, String successorCode) {
        open(officer(code))
                .statusCode(422)
                .body("errors.pointer", contains("/areaCode"))
                .body(
                        "errors.message",
                        contains("“" + name + "”已于 2021-10-30 撤销，现属“" + successor + "”（" + successorCode + "），请改用后者。"));
        Map<String, ?> account = open(officer("445102010000"))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");
        change(account, code).statusCode(422).body("errors.pointer", contains("/areaCode"));
        change(account, successorCode).statusCode(200).body("areaCode", equalTo(successorCode));
    }

    @Test
    void an_officer_of_an_abolished_area_answers_for_its_successor() {
        var username = "officer." + UUID.randomUUID();
        accounts.openWithOwnPassword(new OpenAccount(username, "陈片区", PASSWORD, Set.of(Role.AREA_OFFICER), ZONE, null));
        var session = signedIn(username);
        var request = Register.request(register.platform());
        Register.investorOf(request).put("address", Map.of("areaCode", PARK, "text", "创新路1号"));
        String id = register.register(request).get("id");
        session.get("/api/v1/registrations/" + id).then().statusCode(404);
        abolished(() -> {
            session.get("/api/v1/registrations/" + id).then().statusCode(200);
            session.get("/api/v1/me").then().body("areaCode", equalTo(PARK));
            Map<String, ?> shown = session.get("/api/v1/me").jsonPath().getMap("$");
            change(shown, (String) shown.get("areaCode")).statusCode(200).body("areaCode", equalTo(PARK));
        });
    }

    @Test
    void an_area_that_was_divided_is_refused_and_its_officer_stays() {
        var username = "officer." + UUID.randomUUID();
        accounts.openWithOwnPassword(new OpenAccount(username, "陈片区", PASSWORD, Set.of(Role.AREA_OFFICER), ZONE, null));
        var session = signedIn(username);
        owner.execute("update area set valid_to = date '2025-12-31' where code = '" + ZONE + "'");
        try {
            assertThat(open(officer(ZONE)).statusCode(422).extract().<List<String>>path("errors.message"))
                    .containsExactly("“开发区”已于 2025-12-31 撤销并分入多个区划，请选择现存的区划。");
            session.get("/api/v1/me").then().statusCode(200).body("areaCode", equalTo(ZONE));
        } finally {
            restore();
        }
    }

    private void abolished(Runnable work) {
        owner.execute("update area set valid_to = date '2025-12-31', successor_code = '" + PARK + "' where code = '"
                + ZONE + "'");
        try {
            work.run();
        } finally {
            restore();
        }
    }

    private void restore() {
        owner.execute("update area set valid_to = null, successor_code = null where code = '" + ZONE + "'");
    }
}
