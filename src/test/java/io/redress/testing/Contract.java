package io.redress.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Contract testing: validates responses against the OpenAPI document. Undocumented content is an error, too. */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final List<String> TOLD = List.of("ETag", "Location", "Retry-After");

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = Collections.synchronizedMap(new IdentityHashMap<>());
    private final List<Template> templates;

    public Contract(String document) {
        this.document = read(document.replace("#/components/schemas/", "#/$defs/"));
        for (var schema : this.document.path("components").path("schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        // JAX-RS prefers the template with more literal characters.
        templates = this.document.path("paths").properties().stream()
                .map(path -> new Template(Pattern.compile(pattern(path.getKey())), path.getKey(), path.getValue()))
                .sorted(Comparator.comparing((Template template) -> literal(template.path()))
                        .reversed())
                .toList();
    }

    private record Template(Pattern addresses, String path, JsonNode operations) {}

    public JsonNode document() {
        return document;
    }

    /** An HTTP response; the headers by name, the body only if it is JSON. */
    public record Answer(int status, String mediaType, Function<String, String> headers, String body) {}

    /** The violations of the OpenAPI document; empty if there are none. */
    public List<String> violations(String method, String path, Answer answer) {
        var wrong = new ArrayList<String>();
        var isHead = method.equals("HEAD");
        var response = documented(isHead ? "GET" : method, path, answer.status());
        if (response.isEmpty()) {
            return List.of("status " + answer.status() + " is not documented");
        }
        var headers = response.get().path("headers");
        headers.properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean()
                    && answer.headers().apply(header.getKey()) == null) {
                wrong.add("header " + header.getKey() + " is missing");
            }
        });
        TOLD.stream()
                .filter(header -> answer.headers().apply(header) != null && !headers.has(header))
                .forEach(header -> wrong.add("header " + header + " is not documented"));
        if (!isHead) {
            wrong.addAll(bodyViolations(response.get().path("content"), answer));
        }
        return wrong;
    }

    private List<String> bodyViolations(JsonNode content, Answer answer) {
        if (content.isEmpty()) {
            return answer.mediaType() == null ? List.of() : List.of("a body is not documented");
        }
        if (answer.mediaType() == null || !content.has(answer.mediaType())) {
            return List.of("media type " + answer.mediaType() + " is not documented");
        }
        if (answer.body() == null) {
            return List.of();
        }
        var schema = schemas.computeIfAbsent(content.path(answer.mediaType()).path("schema"), this::compiled);
        return schema
                .validate(
                        read(answer.body()),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("$defs", document.path("components").path("schemas"));
        return REGISTRY.getSchema(whole);
    }

    /** The documented response; for an address or method outside the document, a problem. */
    private Optional<JsonNode> documented(String method, String path, int status) {
        var operation = at(path).map(item -> item.path(method.toLowerCase(Locale.ROOT)));
        if (operation.isEmpty() || operation.get().isMissingNode()) {
            var expected = operation.isEmpty() ? 404 : 405;
            return status == expected || status == 401
                    ? Optional.of(document.at("/components/responses/NotFound"))
                    : Optional.empty();
        }
        var response = operation.get().path("responses").path(Integer.toString(status));
        return response.isMissingNode() ? Optional.empty() : Optional.of(resolved(response));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Optional<JsonNode> at(String path) {
        return templates.stream()
                .filter(template -> template.addresses().matcher(path).matches())
                .findFirst()
                .map(Template::operations);
    }

    private static int literal(String template) {
        return template.replaceAll("\\{[^}]+}", "").length();
    }

    private static String pattern(String template) {
        return Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
