package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.testing.Approvals;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A walk of the approvals. An administrator calls every operation that changes something; after each, no account may do
 * more than before, nor be opened by a secret that the administrator knows. What waits then counts when a second person
 * has approved it.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NoRightsAloneTest {

    private static final String PASSWORD = "a long enough password";

    /** What opens or widens an account: its rights, one row each, and what somebody can sign in with. */
    private static final String DOORS = """
            select a.id || ' ' || what from account a, lateral (
                select 'role ' || role || ' in ' || coalesce(a.area_code, 'everywhere') as what
                    from account_role where account_id = a.id and not a.disabled
                union all select 'branch ' || a.branch_id where not a.disabled
                union all select 'password ' || a.password_hash where not a.disabled
                union all select 'code ' || a.release_code_hash where not a.disabled
                union all select 'subject ' || a.oidc_issuer || ' ' || a.oidc_subject where not a.disabled
                union all select t.kind || ' ' || t.id from access_token t where t.account_id = a.id and t.revoked_at is null
            ) door
            where what is not null
            """;

    /** Ends the administrator's own session or needs one of its own: tested with sign-in. */
    private static final String ABOUT_ONESELF = ".*/(session|me)(/.*)?";

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Approvals approvals;

    @Inject
    Refusals database;

    @BeforeEach
    void a_second_person_is_there() {
        approvals.begin();
    }

    private Set<String> doors() {
        return new TreeSet<>(database.query(DOORS));
    }

    private AccountView somebody(Role role, String areaCode, boolean isDisabled) {
        var opening = new OpenAccount("walked." + UUID.randomUUID(), "林登记", PASSWORD, Set.of(role), areaCode, null);
        var account = accounts.openWithOwnPassword(opening);
        if (isDisabled) {
            put(account, account.version(), body -> body.put("disabled", true));
        }
        return account;
    }

    private Response put(AccountView account, long version, Consumer<Map<String, Object>> change) {
        var body = new HashMap<String, Object>();
        body.put("name", account.name());
        body.put("roles", account.roles());
        body.put("areaCode", account.areaCode());
        body.put("branchId", null);
        body.put("disabled", false);
        change.accept(body);
        var answer = people.as(Role.ADMIN, null)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/api/v1/accounts/" + account.id());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private String branch() {
        return people.chief()
                .body(Map.of("name", "分公司", "closed", false))
                .post("/api/v1/platforms/" + platform() + "/branches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String platform() {
        return people.chief()
                .body(Map.of(
                        "name",
                        "平台" + UUID.randomUUID(),
                        "kind",
                        "ONLINE_LENDING",
                        "stage",
                        "CASE_FILED",
                        "setOff",
                        List.of("RETURNS", "CONSUMPTION", "GOODS"),
                        "watched",
                        false))
                .post("/api/v1/platforms")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void each_grant_waits_and_counts_when_it_is_approved() {
        var branch = branch();
        var village = "445102010001";
        walk(Role.CLERK, null, false, body -> body.put("roles", List.of("CLERK", "DIRECTOR")), "ROLE_GRANTED");
        walk(Role.CLERK, village, false, body -> body.put("areaCode", null), "AREA_WIDENED");
        walk(Role.CLERK, village, false, body -> body.put("areaCode", Register.CHENGXI), "AREA_WIDENED");
        walk(Role.CLERK, null, false, body -> body.put("newPassword", "another long password"), "PASSWORD_RESET");
        walk(Role.CLERK, null, true, body -> body.put("disabled", false), "ENABLED");
        walk(Role.BRANCH_LIAISON, null, false, body -> body.put("branchId", branch), "BRANCH_GIVEN");
        for (var role : List.of(Role.ADMIN, Role.AUDITOR)) {
            walk(Role.CLERK, null, false, body -> body.put("roles", List.of(role)), "ROLE_GRANTED");
        }
    }

    private void walk(
            Role role, String areaCode, boolean isDisabled, Consumer<Map<String, Object>> change, String kind) {
        var account = somebody(role, areaCode, isDisabled);
        var before = doors();
        var answer = put(account, isDisabled ? 1 : 0, change);
        assertThat(doors()).as(kind).isSubsetOf(before);
        assertThat(answer.<String>path("pendingChangeId")).as(kind).isNotNull();
        approvals.approve(account.id().toString());
        assertThat(before.containsAll(doors())).as(kind + ", approved").isFalse();
    }

    @Test
    void an_account_that_is_opened_opens_nothing_until_it_is_approved() {
        for (var role : Role.values()) {
            var before = doors();
            var body = new HashMap<String, Object>(Map.of(
                    "username",
                    "opened." + UUID.randomUUID(),
                    "name",
                    "林",
                    "password",
                    PASSWORD,
                    "roles",
                    List.of(role)));
            body.put("areaCode", role == Role.AREA_OFFICER ? Register.KAIYUAN : null);
            String id = people.as(Role.ADMIN, null)
                    .body(body)
                    .post("/api/v1/accounts")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(doors()).as(role.name()).isSubsetOf(before);
            approvals.approve(id);
            assertThat(doors())
                    .anyMatch(door -> door.startsWith(id + " role " + role))
                    .anyMatch(door -> door.startsWith(id + " code "));
        }
    }

    /** Every operation, so that a new one cannot give rights in another way. */
    @Test
    void no_operation_of_an_administrator_gives_rights_alone() {
        var account = somebody(Role.CLERK, null, false);
        var planted = new Planted(
                Map.of(
                        "accounts",
                        account.id().toString(),
                        "account-changes",
                        UUID.randomUUID().toString()),
                List.of());
        var walked = Operation.all().stream()
                .filter(Operation::changes)
                .filter(operation ->
                        operation.roles().isEmpty() || operation.roles().contains(Role.ADMIN.name()))
                .filter(operation -> !operation.path().matches(ABOUT_ONESELF))
                .toList();
        assertThat(walked)
                .extracting(Operation::name)
                .contains("POST /api/v1/accounts", "PUT /api/v1/accounts/{id}", "POST /api/v1/access-tokens");
        for (var operation : walked) {
            var before = doorsOfOthers();
            var request = new PlausibleRequest(operation, planted);
            request.fill(people.as(Role.ADMIN, null), "\"0\"").request(operation.method(), request.address());
            assertThat(doorsOfOthers()).as(operation.name()).isSubsetOf(before);
        }
    }

    /** Without the administrator's own sessions and tokens, which have the rights of an administrator only. */
    private Set<String> doorsOfOthers() {
        String admin = people.as(Role.ADMIN, null).get("/api/v1/me").path("id");
        return doors().stream().filter(door -> !door.startsWith(admin)).collect(Collectors.toSet());
    }

    @Test
    void the_walk_finds_a_door_that_was_opened() {
        var before = doors();
        var account = somebody(Role.CLERK, null, false);
        assertThat(doors().stream().filter(door -> !before.contains(door)))
                .anyMatch(door -> door.startsWith(account.id() + " role CLERK in everywhere"))
                .anyMatch(door -> door.startsWith(account.id() + " password "));
    }
}
