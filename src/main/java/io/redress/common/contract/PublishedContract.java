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

/** The contract as the build wrote it, for parts of the program that hold others to it. */
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
     * @param isOpen whether nobody need sign in
     * @param roles of which one is needed; empty if signing in is enough
     * @param scope that a token needs; none if the operation is not for tokens
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

    /** What the contract says of a resource's method; of one it does not name, that only people may call it. */
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
            throw new IllegalStateException("the contract cannot be read", e);
        }
    }
}
