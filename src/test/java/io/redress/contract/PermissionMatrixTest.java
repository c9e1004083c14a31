package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.contract.PermissionMatrix.Row;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** src/docs/permissions.md is true: the test calls every operation as every role and without signing in. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PermissionMatrixTest {

    /** Resources for administrators and auditors; none of them is a case. */
    private static final Set<String> NO_CASES = Set.of(
            "access-tokens",
            "account-changes",
            "accounts",
            "areas",
            "audit-entries",
            "audit-verifications",
            "me",
            "retention-runs",
            "session",
            "sessions",
            "sign-in-locks",
            "worklist",
            "api-clients");

    /** Resources for users from outside the bureau. */
    private static final Set<String> OUTSIDE =
            Set.of("access-tokens", "areas", "me", "session", "sessions", "branch-duties", "handed-in", "tips");

    private static final PermissionMatrix MATRIX = PermissionMatrix.read();

    @Inject
    People people;

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        var missing = Operation.all().stream()
                .filter(operation ->
                        MATRIX.rows().stream().noneMatch(row -> row.operation().equals(operation.name())))
                .map(PermissionMatrix::proposal)
                .toList();
        assertThat(missing).as("rows to enter in " + PermissionMatrix.PAGE).isEmpty();
        assertThat(MATRIX.rows())
                .extracting(Row::operation)
                .containsExactlyInAnyOrderElementsOf(
                        Operation.all().stream().map(Operation::name).toList());
    }

    @Test
    void the_page_is_sorted_and_names_operations_as_the_contract_does() {
        assertThat(MATRIX.rows()).extracting(Row::sortKey).isSorted();
        assertThat(Operation.all())
                .allSatisfy(
                        operation -> assertThat(MATRIX.of(operation).summary()).isEqualTo(operation.summary()));
    }

    @Test
    void the_page_has_a_column_for_every_role_and_anonymous_callers_with_known_values() {
        var columns =
                new ArrayList<>(Arrays.stream(Role.values()).map(Role::name).toList());
        columns.add(PermissionMatrix.NOBODY);
        assertThat(MATRIX.columns()).isEqualTo(columns);
        assertThat(MATRIX.rows())
                .allSatisfy(row -> assertThat(row.cells().values())
                        .isSubsetOf(
                                PermissionMatrix.YES,
                                PermissionMatrix.OWN_AREA,
                                PermissionMatrix.OWN,
                                PermissionMatrix.NO));
    }

    @Test
    void the_contract_has_the_roles_of_the_page() {
        assertThat(Operation.all()).allSatisfy(operation -> {
            var everybody = Arrays.stream(Role.values()).map(Role::name).toList();
            var named = operation.roles().isEmpty() ? everybody : operation.roles();
            assertThat(MATRIX.of(operation).allowedRoles())
                    .as(operation.name())
                    .containsExactlyInAnyOrderElementsOf(named);
            assertThat(MATRIX.of(operation).allows(PermissionMatrix.NOBODY)).isEqualTo(operation.isOpen());
        });
    }

    @Test
    void administrators_auditors_tip_handlers_and_liaisons_cannot_read_cases() {
        assertReach(NO_CASES, Role.ADMIN, Role.AUDITOR);
        assertReach(OUTSIDE, Role.BRANCH_LIAISON, Role.TIP_HANDLER);
    }

    private static void assertReach(Set<String> words, Role... roles) {
        for (var role : roles) {
            assertThat(MATRIX.rows().stream().filter(row -> row.allows(role.name())))
                    .allSatisfy(row -> assertThat(words)
                            .as(role + ": " + row.operation())
                            .contains(row.operation()
                                    .replaceFirst("^\\S+ /api/v1/", "")
                                    .replaceFirst("[/.].*", "")));
        }
    }

    @Test
    void every_operation_that_is_not_open_refuses_anonymous_callers() {
        Operation.all().stream().filter(this::isClosedToNobody).forEach(operation -> {
            var response = operation.sendEmpty(people.nobody());
            assertThat(response.statusCode()).as(operation.name()).isEqualTo(401);
            assertThat(response.contentType()).as(operation.name()).isEqualTo("application/problem+json");
            assertThat(response.header("WWW-Authenticate")).as(operation.name()).isEqualTo("Bearer");
            assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/sign-in-required");
        });
    }

    private boolean isClosedToNobody(Operation operation) {
        return !MATRIX.of(operation).allows(PermissionMatrix.NOBODY);
    }

    @Test
    void every_role_has_exactly_the_permissions_of_the_page() {
        Stream.of(Role.values()).forEach(role -> {
            var visitor = new Visitor(people, role, role == Role.AREA_OFFICER ? Register.NEW_TAIPING : null);
            Operation.all()
                    .forEach(operation -> judge(
                            MATRIX.of(operation).allows(role.name()), operation, role, visitor.sendEmpty(operation)));
        });
    }

    private static void judge(boolean isAllowed, Operation operation, Role role, Response response) {
        var what = operation.name() + " as " + role;
        if (isAllowed) {
            assertThat(response.statusCode()).as(what).isNotIn(List.of(401, 403));
        } else {
            assertThat(response.statusCode()).as(what).isEqualTo(403);
            assertThat(response.jsonPath().getString("type")).as(what).isEqualTo("/problems/forbidden");
        }
    }

    @Test
    void an_invalid_token_gets_one_challenge_header() {
        var response = people.nobody().header("Authorization", "Bearer nothing").get("/api/v1/me");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
    }
}
