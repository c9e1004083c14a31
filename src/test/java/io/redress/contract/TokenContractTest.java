package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.ContractCheck;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document names a scope for every operation, and the service enforces it for tokens. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenContractTest {

    private static final String SOME_ID = "0198c0de-0000-4000-8000-000000000000";

    /** Operations without cases: accounts, tokens, the user's own session and screen, the public list of areas. */
    private static final Set<String> WITHOUT_CASES =
            Set.of("retention", "accounts", "access-tokens", "session", "workspace", "areas", "audit");

    /** Dual control brings administrators and auditors together with chiefs; neither tells of a case. */
    private static final Set<String> DUAL_CONTROL = Set.of("account-changes", "worklist");

    @Inject
    People people;

    private final Map<String, String> tokens = new HashMap<>();

    private record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        boolean isOpen() {
            return node.path("security").isEmpty();
        }

        List<String> roles() {
            return texts("x-roles");
        }

        List<String> scopes() {
            return texts("x-scopes");
        }

        String tag() {
            return node.path("tags").path(0).asText();
        }

        private List<String> texts(String name) {
            var texts = new ArrayList<String>();
            node.path(name).forEach(text -> texts.add(text.asText()));
            return texts;
        }

        boolean takesTokens() {
            var schemes = new ArrayList<String>();
            node.path("security")
                    .forEach(requirement -> requirement.fieldNames().forEachRemaining(schemes::add));
            return schemes.contains("token");
        }
    }

    private static Stream<Operation> operations() {
        return ContractCheck.contract().document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(operation.getKey(), path.getKey(), operation.getValue())))
                .filter(operation -> !operation.isOpen());
    }

    private Response send(Operation operation, String token) {
        var request = people.nobody().header("Authorization", "Bearer " + token);
        var body = operation.node().path("requestBody").path("content").fieldNames();
        if (body.hasNext()) {
            var type = body.next();
            request = type.startsWith("multipart")
                    ? request.contentType(type + "; boundary=b").body("--b--\r\n".getBytes())
                    : request.contentType(type).body("{}".getBytes());
        }
        return request.request(
                operation.method().toUpperCase(Locale.ROOT), operation.path().replaceAll("\\{[^}]+}", SOME_ID));
    }

    /** A role that may call the operation; not the area officer, who would need an area. */
    private static Role callerOf(Operation operation) {
        return operation.roles().stream()
                .map(Role::valueOf)
                .filter(role -> role != Role.AREA_OFFICER)
                .findFirst()
                .orElse(Role.CLERK);
    }

    private String tokenWithout(String scope, Role role) {
        return tokens.computeIfAbsent(role + scope, missing -> {
            var others = people.scopesOf(role).stream()
                    .filter(other -> !other.equals(scope))
                    .toList();
            return people.as(role, null)
                    .body(Map.of("name", "test", "validDays", 1, "scopes", others))
                    .post("/api/v1/access-tokens")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("secret");
        });
    }

    @Test
    void an_operation_has_exactly_one_scope_or_refuses_tokens() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.scopes()).as(operation.id()).hasSize(operation.takesTokens() ? 1 : 0);
            assertThat(operation.node().path("description").asText())
                    .contains(operation.takesTokens() ? operation.scopes().get(0) : "in person");
        });
        assertThat(operations().filter(operation -> !operation.takesTokens()).map(Operation::id))
                .containsExactlyInAnyOrder(
                        "token_issue",
                        "reveal_reveal",
                        "extract_make",
                        "listExport_takeApproved",
                        "accessRequest_askForList",
                        "accessRequest_askForLooks",
                        "accessRequest_approve",
                        "accessRequest_refuse",
                        "accountChange_approve",
                        "accountChange_refuse",
                        "myAccountChange_list",
                        "myAccountChange_acknowledge",
                        "workspace_columnSets",
                        "workspace_saveColumnSet",
                        "workspace_dropColumnSet",
                        "workspace_drafts",
                        "workspace_saveDraft",
                        "workspace_dropDraft",
                        "workspace_preferences",
                        "workspace_savePreferences",
                        "myAccount_changePassword",
                        "myAccount_sessions",
                        "myAccount_signIns",
                        "myAccount_endOthers",
                        "myAccount_end");
    }

    @Test
    void every_operation_refuses_a_token_without_its_scope() {
        operations().filter(Operation::takesTokens).forEach(operation -> {
            var scope = operation.scopes().get(0);
            var response = send(operation, tokenWithout(scope, callerOf(operation)));
            assertThat(response.statusCode()).as(operation.id()).isEqualTo(403);
            assertThat(response.jsonPath().getString("type"))
                    .as(operation.id())
                    .isEqualTo("/problems/token-out-of-scope");
            assertThat(response.jsonPath().getString("scope")).isEqualTo(scope);
        });
    }

    @Test
    void operations_that_need_a_session_refuse_a_token_with_every_scope() {
        operations().filter(operation -> !operation.takesTokens()).forEach(operation -> {
            var response = send(operation, people.scriptTokenOf(callerOf(operation)));
            assertThat(response.statusCode()).as(operation.id()).isEqualTo(403);
            assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/token-needs-session");
        });
    }

    /** 三员分立: administrators and auditors see no case; users with cases see neither accounts nor the audit log. */
    @Test
    void administrators_and_auditors_have_only_operations_without_case_content() {
        var keepers = Set.of(Role.ADMIN.name(), Role.AUDITOR.name());
        var theirs = operations()
                .filter(operation -> operation.roles().isEmpty()
                        || operation.roles().stream().anyMatch(keepers::contains))
                .collect(Collectors.groupingBy(Operation::tag));
        assertThat(theirs.keySet()).allMatch(tag -> WITHOUT_CASES.contains(tag) || DUAL_CONTROL.contains(tag));
        assertThat(operations()
                        .filter(operation -> operation.roles().stream().anyMatch(keepers::contains))
                        .filter(operation -> !DUAL_CONTROL.contains(operation.tag())))
                .allSatisfy(operation -> assertThat(operation.roles()).hasSize(1));
    }
}
