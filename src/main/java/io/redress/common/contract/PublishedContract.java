package io.redress.common.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The OpenAPI document that the build wrote, for other parts of the program that enforce it. */
@ApplicationScoped
public class PublishedContract {

    private static final String CONTRACT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final Operation UNPUBLISHED = new Operation(false, Set.of(), Optional.empty());

    private final ObjectMapper json;
    private volatile JsonNode document;
    private volatile Map<String, Operation> operations;

    PublishedContract(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Who may call an operation.
     *
     * @param isOpen whether it needs no sign-in
     * @param roles the caller needs one of these; empty if a sign-in is enough
     * @param scope the scope that a token needs; empty if tokens cannot call the operation
     */
    public record Operation(boolean isOpen, Set<String> roles, Optional<String> scope) {

        private static Operation of(JsonNode node) {
            var roles = new HashSet<String>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            var scope = node.path("x-scopes").path(0);
            return new Operation(
                    node.path("security").isEmpty(),
                    Set.copyOf(roles),
                    scope.isMissingNode() ? Optional.empty() : Optional.of(scope.asText()));
        }
    }

    public JsonNode paths() {
        if (document == null) {
            document = read();
        }
        return document.path("paths");
    }

    public Stream<Operation> operations() {
        return byId().values().stream();
    }

    /**
     * The rules for a resource's method. The default, for a method outside the document, admits people but no tokens.
     */
    public Operation operation(Class<?> resource, Method method) {
        return byId().getOrDefault(
                        OperationSource.operationId(resource.getSimpleName(), method.getName()), UNPUBLISHED);
    }

    private Map<String, Operation> byId() {
        if (operations == null) {
            var found = new HashMap<String, Operation>();
            paths().forEach(path -> path.forEach(
                    operation -> found.put(operation.path("operationId").asText(), Operation.of(operation))));
            operations = found;
        }
        return operations;
    }

    private JsonNode read() {
        try (var contract = Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
            return json.readTree(contract);
        } catch (IOException e) {
            throw new IllegalStateException("failed to read the OpenAPI document", e);
        }
    }
}
