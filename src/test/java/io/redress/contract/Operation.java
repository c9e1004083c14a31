package io.redress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.testing.ContractCheck;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An operation of the OpenAPI document that the running program serves. */
record Operation(String method, String path, JsonNode node) {

    private static final String SOME_ID = "0198c0de-0000-4000-8000-000000000000";

    static List<Operation> all() {
        return ContractCheck.contract().document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
    }

    /** The path to read the changed record: its own, or the one without the last segment; or null. */
    String recordPath() {
        return Stream.of(path, path.replaceFirst("/[^/]+$", ""))
                .filter(candidate -> all().stream()
                        .anyMatch(other -> !other.changes() && other.path().equals(candidate)))
                .findFirst()
                .orElse(null);
    }

    /** The name in the permission matrix and in error messages. */
    String name() {
        return method + " " + path;
    }

    String summary() {
        return node.path("summary").asText();
    }

    boolean isOpen() {
        return node.path("security").isEmpty();
    }

    /** The caller needs one of these roles; empty if signing in is enough. */
    List<String> roles() {
        var roles = new ArrayList<String>();
        node.path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** The media type of the request body, or null. */
    String bodyType() {
        var types = node.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    /** The media type of the successful response, or null. */
    String answerType() {
        return answerTypes().stream().findFirst().orElse(null);
    }

    List<String> answerTypes() {
        var types = new ArrayList<String>();
        for (var response : node.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                response.getValue().path("content").fieldNames().forEachRemaining(types::add);
            }
        }
        return types;
    }

    /** Sends an empty request to no existing record: enough to test the access control. */
    Response sendEmpty(RequestSpecification as) {
        var type = bodyType();
        if (type != null) {
            as = type.startsWith("multipart")
                    ? as.contentType(type + "; boundary=b").body("--b--\r\n".getBytes())
                    : as.contentType(type).body("{}".getBytes());
        }
        return as.request(method, path.replaceAll("\\{[^}]+}", SOME_ID));
    }
}
