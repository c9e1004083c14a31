package io.redress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redress.testing.ContractCheck;
import io.redress.testing.Register;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A request for existing records, generated from the OpenAPI document. */
final class PlausibleRequest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

    /** Values that an example cannot give: a new person, an existing place, a future day. */
    private static final Map<String, Function<Planted, String>> MADE = Map.of(
            "documentNumber", planted -> Register.residentNumber(),
            "text", planted -> "湘桥街道金山巷社区",
            "reviewOn", planted -> planted.dayToCome().toString());

    private final Operation operation;
    private final Planted planted;

    PlausibleRequest(Operation operation, Planted planted) {
        this.operation = operation;
        this.planted = planted;
    }

    String address() {
        return planted.address(operation.path());
    }

    /**
     * Fills in all that the operation needs: parameters, If-Match, a body.
     * @param version of the record, as ETag
     */
    RequestSpecification fill(RequestSpecification request, String version) {
        for (var parameter : operation.node().path("parameters")) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                request.queryParam(
                        name,
                        value(name, parameter.path("schema"), example(parameter))
                                .asText());
            }
            if (name.equals("If-Match")) {
                request.header(name, version);
            }
        }
        var type = operation.bodyType();
        if (type == null) {
            return request;
        }
        return type.startsWith("multipart")
                ? request.contentType(type + "; boundary=b").body(multipart())
                : request.contentType(type).body(body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode schema() {
        return operation
                .node()
                .path("requestBody")
                .path("content")
                .path(operation.bodyType())
                .path("schema");
    }

    JsonNode body() {
        return value("", schema(), null);
    }

    private static JsonNode example(JsonNode node) {
        return node.has("example")
                ? node.path("example")
                : node.path("examples").path(0);
    }

    private JsonNode value(String name, JsonNode schema, JsonNode example) {
        var resolved = resolved(schema);
        if (resolved.path("type").toString().contains("object")) {
            return object(resolved);
        }
        if (resolved.path("type").toString().contains("array")) {
            return JSON.createArrayNode().add(value(name, resolved.path("items"), null));
        }
        if (resolved.has("enum")) {
            return resolved.path("enum").path(0);
        }
        if (resolved.path("format").asText().equals("uuid")) {
            return TextNode.valueOf(planted.idNamed(name));
        }
        if (MADE.containsKey(name)) {
            return TextNode.valueOf(MADE.get(name).apply(planted));
        }
        var given = example == null || example.isMissingNode() ? example(resolved) : example;
        return isText(resolved) ? text(resolved, given) : given.isMissingNode() ? JSON.valueToTree(false) : given;
    }

    /** Only the required members. */
    private ObjectNode object(JsonNode schema) {
        var object = JSON.createObjectNode();
        for (var required : schema.path("required")) {
            var name = required.asText();
            object.set(name, value(name, schema.path("properties").path(name), null));
        }
        return object;
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").toString().contains("string");
    }

    /** The example where a format or pattern demands it; otherwise words that no other test uses. */
    private static JsonNode text(JsonNode schema, JsonNode example) {
        var pattern = schema.path("pattern").asText("\\S");
        var words = "walker" + SERIAL.incrementAndGet();
        var isFree = !schema.has("format") && words.matches(".*" + pattern + ".*");
        return isFree || example.isMissingNode() ? TextNode.valueOf(words + " 走访") : example;
    }

    private static JsonNode resolved(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolved(schema.path("anyOf").path(0));
        }
        if (!schema.has("$ref")) {
            return schema;
        }
        var name = schema.path("$ref").asText().replaceFirst(".*/", "");
        return ContractCheck.contract()
                .document()
                .path("components")
                .path("schemas")
                .path(name);
    }

    private byte[] multipart() {
        var body = new ByteArrayOutputStream();
        for (var part : schema().path("properties").properties()) {
            body.writeBytes(part(part).getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private String part(Map.Entry<String, JsonNode> part) {
        var schema = resolved(part.getValue());
        var isFile = schema.path("format").asText().equals("binary");
        return "--b\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\""
                + (isFile
                        ? "; filename=\"walk.pdf\"\r\n\r\n" + PDF
                        : "\r\n\r\n" + value("", schema, null).asText())
                + "\r\n";
    }
}
