package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.ContractCheck;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks every operation of the contract as nobody, and as everybody it is not for. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractAccessTest {

    private static final List<String> OPEN =
            List.of("session_signIn", "session_signOut", "oidc_begin", "oidc_complete");
    private static final String SOME_ID = "0198c0de-0000-4000-8000-000000000000";

    @Inject
    People people;

    private record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        boolean isOpen() {
            return node.path("security").isEmpty();
        }

        List<String> roles() {
            var roles = new ArrayList<String>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }

        Response send(RequestSpecification as) {
            var body = node.path("requestBody").path("content").fieldNames();
            if (body.hasNext()) {
                var type = body.next();
                as = type.startsWith("multipart")
                        ? as.contentType(type + "; boundary=b").body("--b--\r\n".getBytes())
                        : as.contentType(type).body("{}".getBytes());
            }
            return as.request(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{[^}]+}", SOME_ID));
        }
    }

    private static Stream<Operation> operations() {
        return ContractCheck.contract().document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(operation.getKey(), path.getKey(), operation.getValue())));
    }

    @Test
    void only_signing_in_and_out_is_open_to_everybody() {
        assertThat(operations().filter(Operation::isOpen).map(Operation::id)).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void nobody_is_asked_to_sign_in_by_every_other_operation() {
        operations().filter(operation -> !operation.isOpen()).forEach(operation -> {
            var response = operation.send(people.nobody());
            assertThat(response.statusCode()).as(operation.id()).isEqualTo(401);
            assertThat(response.contentType()).as(operation.id()).startsWith("application/problem+json");
            assertThat(response.header("WWW-Authenticate")).as(operation.id()).isEqualTo("Bearer");
            assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/sign-in-required");
        });
    }

    @Test
    void a_token_that_proves_nothing_is_told_once_how_to_prove_it() {
        var response = people.nobody().header("Authorization", "Bearer nothing").get("/api/v1/me");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    void a_role_that_an_operation_does_not_name_is_refused_by_it() {
        var guarded =
                operations().filter(operation -> !operation.roles().isEmpty()).toList();
        assertThat(guarded).isNotEmpty();
        for (var operation : guarded) {
            for (var role : Role.values()) {
                if (!operation.roles().contains(role.name())) {
                    var area = role == Role.AREA_OFFICER ? Register.NEW_TAIPING : null;
                    var response = operation.send(people.as(role, area));
                    assertThat(response.statusCode())
                            .as("%s as %s", operation.id(), role)
                            .isEqualTo(403);
                    assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/forbidden");
                }
            }
        }
    }
}
