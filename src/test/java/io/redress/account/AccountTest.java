package io.redress.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Approvals;
import io.redress.testing.Pages;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator may change about an account. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccountTest {

    private static final String PASSWORD = "a long enough password";
    private static final String NEW_PASSWORD = "another long password";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Register register;

    @Inject
    Approvals approvals;

    @BeforeEach
    void a_second_person_is_there() {
        approvals.begin();
    }

    private RequestSpecification admin() {
        return people.as(Role.ADMIN, null);
    }

    private static Map<String, Object> account(String... roles) {
        return new HashMap<>(Map.of(
                "username",
                "account" + SERIAL.incrementAndGet(),
                "name",
                "林登记",
                "password",
                PASSWORD,
                "roles",
                List.of(roles)));
    }

    /** An account whose owner need not change the password. */
    private String settled(Map<String, Object> account) {
        var request =
                new OpenAccount((String) account.get("username"), "林登记", PASSWORD, Set.of(Role.CLERK), null, null);
        return accounts.openWithOwnPassword(request).id().toString();
    }

    private ValidatableResponse open(Map<String, Object> account) {
        return admin().body(account).post("/api/v1/accounts").then();
    }

    private ValidatableResponse change(String id, int version, Map<String, ?> change) {
        return admin().header("If-Match", "\"" + version + "\"")
                .body(change)
                .put("/api/v1/accounts/" + id)
                .then();
    }

    private static Map<String, Object> change(boolean disabled, String... roles) {
        return new HashMap<>(Map.of("name", "林登记", "roles", List.of(roles), "disabled", disabled));
    }

    private static String session(Object username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("redress_session");
    }

    private static String token(String session) {
        return given().cookie("redress_session", session)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "nightly import", "validDays", 30, "scopes", List.of("session:read")))
                .post("/api/v1/access-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private static void isKnown(String session, String token, int status) {
        given().cookie("redress_session", session).get("/api/v1/me").then().statusCode(status);
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(status);
    }

    @Test
    void a_new_password_ends_all_sessions_and_tokens() {
        var account = account("CLERK");
        var id = settled(account);
        var session = session(account.get("username"), PASSWORD);
        var token = token(session);
        change(id, 0, change(false, "CLERK", "SECTION_CHIEF")).statusCode(200);
        approvals.approve(id);
        isKnown(session, token, 200);
        var renewed = change(false, "CLERK", "SECTION_CHIEF");
        renewed.put("newPassword", NEW_PASSWORD);
        change(id, 1, renewed).statusCode(200);
        isKnown(session, token, 200);
        approvals.approve(id);
        isKnown(session, token, 401);
        session(account.get("username"), NEW_PASSWORD);
    }

    @Test
    void an_account_that_is_enabled_again_starts_without_its_old_sessions_and_tokens() {
        var account = account("CLERK");
        var id = settled(account);
        var session = session(account.get("username"), PASSWORD);
        var token = token(session);
        int disabled =
                change(id, 0, change(true, "CLERK")).statusCode(200).extract().path("version");
        change(id, disabled, change(false, "CLERK")).statusCode(200);
        approvals.approve(id);
        isKnown(session, token, 401);
        session(account.get("username"), PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "CLERK SECTION_CHIEF,,,",
        "DIRECTOR AREA_OFFICER,445102010000,,",
        "BRANCH_LIAISON,,,",
        "AREA_OFFICER,,,/areaCode",
        "CLERK,,branch,/branchId",
        "BRANCH_LIAISON CLERK,,,/roles",
        "TIP_HANDLER SECTION_CHIEF,,,/roles",
        "AUDITOR ADMIN,,,/roles",
        "ADMIN DIRECTOR,,,/roles",
        "ADMIN AREA_OFFICER,,branch,/areaCode /branchId /roles"
    })
    void incompatible_roles_are_refused_in_a_new_account(String roles, String areaCode, String branch, String wrong) {
        var account = account(roles.split(" "));
        account.put("areaCode", areaCode);
        account.put("branchId", branch == null ? null : UUID.randomUUID());
        if (wrong == null) {
            open(account).statusCode(201);
            return;
        }
        var pointers = open(account).statusCode(422).extract().<List<String>>path("errors.pointer");
        assertThat(pointers).containsExactlyInAnyOrder(wrong.split(" "));
    }

    @Test
    void incompatible_roles_are_refused_in_a_change() {
        String id = open(account("CLERK")).statusCode(201).extract().path("id");
        change(id, 0, change(false, "CLERK", "AUDITOR"))
                .statusCode(422)
                .body("errors.pointer", contains("/roles"))
                .body("errors.message", contains("联络员、线索经办人、审计员和管理员不能与其他角色兼任。"));
    }

    @Test
    void a_liaison_is_assigned_to_a_branch_later() {
        String id = open(account("BRANCH_LIAISON")).statusCode(201).extract().path("id");
        var assigned = change(false, "BRANCH_LIAISON");
        assigned.put("branchId", UUID.randomUUID());
        change(id, 0, assigned).statusCode(422).body("errors.pointer", contains("/branchId"));
        String branch = people.chief()
                .body(Map.of("name", "潮州分公司", "closed", false))
                .post("/api/v1/platforms/" + register.platform() + "/branches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assigned.put("branchId", branch);
        change(id, 0, assigned).statusCode(200).body("branchId", nullValue());
        approvals.approve(id);
        assertThat(Pages.all(this::admin, "/api/v1/accounts"))
                .anyMatch(account -> account.get("id").equals(id) && branch.equals(account.get("branchId")));
    }

    @Test
    void the_last_administrator_cannot_be_removed() {
        var administrators = administrators();
        var versions = new HashMap<String, Integer>();
        try {
            for (var other : administrators) {
                if (!other.get("username").equals("test.admin")) {
                    var id = (String) other.get("id");
                    versions.put(
                            id,
                            change(id, (int) other.get("version"), change(true, "ADMIN"))
                                    .statusCode(200)
                                    .extract()
                                    .path("version"));
                }
            }
            var last = administrators.stream()
                    .filter(account -> account.get("username").equals("test.admin"))
                    .findFirst()
                    .orElseThrow();
            for (var leaving : Arrays.asList(change(true, "ADMIN"), change(false, "CLERK"))) {
                change((String) last.get("id"), (int) last.get("version"), leaving)
                        .statusCode(409)
                        .body("type", equalTo("/problems/last-administrator"));
            }
        } finally {
            versions.forEach((id, version) -> {
                change(id, version, change(false, "ADMIN")).statusCode(200);
                approvals.approve(id);
            });
        }
        admin().get("/api/v1/me").then().statusCode(200);
    }

    /** All active administrators, from all pages. */
    private List<Map<String, Object>> administrators() {
        return Pages.all(this::admin, "/api/v1/accounts").stream()
                .filter(account -> account.get("roles").equals(List.of("ADMIN"))
                        && account.get("disabled").equals(false))
                .toList();
    }
}
