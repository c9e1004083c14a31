package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Examples, defaults and bounds in the OpenAPI document have the type that their schema demands. */
class SchemaValuesTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** JSON Schema 2020-12, Validation 6: each keyword applies to values of one type. */
    private static final Map<String, List<String>> KEYWORDS = Map.of(
            "string", List.of("pattern", "minLength", "maxLength"),
            "integer", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
            "array", List.of("items", "minItems", "maxItems", "uniqueItems"),
            "object", List.of("properties", "required", "additionalProperties"));

    private final ObjectNode contract;

    SchemaValuesTest() throws IOException {
        contract = (ObjectNode) new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi", "redress.yaml").toFile());
    }

    @Test
    void every_example_and_default_is_valid_by_its_schema() {
        var wrong = new ArrayList<String>();
        everySchema((place, schema) -> values(schema).forEach(value -> check(place, schema, value, wrong)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_example_of_a_parameter_a_header_or_a_body_is_valid_by_its_schema() {
        var wrong = new ArrayList<String>();
        walk("", contract, (place, node) -> {
            if (node.has("schema") && node.has("example")) {
                check(place, node.path("schema"), node.path("example"), wrong);
            }
            if (node.has("schema")) {
                node.path("examples").forEach(each -> check(place, node.path("schema"), each.path("value"), wrong));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void bounds_and_patterns_are_only_on_matching_types() {
        var wrong = new ArrayList<String>();
        everySchema((place, schema) -> {
            var types = types(schema);
            KEYWORDS.forEach((type, keywords) -> keywords.stream()
                    .filter(keyword -> schema.has(keyword) && !types.isEmpty() && !types.contains(type))
                    .forEach(keyword -> wrong.add(place + " is " + types + " and has " + keyword)));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_pattern_of_an_amount_limits_its_range() {
        var principal = contract.at("/components/schemas/InvestmentLine/properties/principal");
        assertThat(principal.path("description").asText()).contains("0.01 – 999999999999.99");
        for (var valid : List.of("0.01", "0.10", "1.00", "50000.00", "999999999999.99")) {
            assertThat(errors(principal, contract.textNode(valid))).as(valid).isEmpty();
        }
        for (var invalid : List.of("0.00", "-1.00", "1000000000000.00", "5", "5.0", "05.00")) {
            assertThat(errors(principal, contract.textNode(invalid)))
                    .as(invalid)
                    .isNotEmpty();
        }
        var repaid = contract.at("/components/schemas/EstablishTotals/properties/returnsPaid");
        assertThat(errors(repaid, contract.textNode("0.00"))).isEmpty();
        assertThat(errors(repaid, contract.textNode("-0.01"))).isNotEmpty();
    }

    private static List<JsonNode> values(JsonNode schema) {
        var values = new ArrayList<JsonNode>();
        for (var name : List.of("example", "default", "const")) {
            if (schema.has(name)) {
                values.add(schema.path(name));
            }
        }
        schema.path("examples").forEach(values::add);
        schema.path("enum").forEach(values::add);
        return values;
    }

    private void check(String place, JsonNode schema, JsonNode value, List<String> wrong) {
        errors(schema, value).forEach(error -> wrong.add(place + " gives " + value + ": " + error));
    }

    private List<String> errors(JsonNode schema, JsonNode value) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", contract.path("components"));
        return REGISTRY
                .getSchema(whole)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** The types that a schema allows, directly or through the schemas it refers to. */
    private Set<String> types(JsonNode schema) {
        var types = new HashSet<String>();
        var type = schema.path("type");
        (type.isTextual() ? List.of(type) : type).forEach(each -> types.add(each.asText()));
        if (schema.has("$ref")) {
            types.addAll(types(contract.at(schema.path("$ref").asText().substring(1))));
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(choice).forEach(each -> types.addAll(types(each)));
        }
        return types;
    }

    private void everySchema(BiConsumer<String, JsonNode> visitor) {
        contract.at("/components/schemas")
                .properties()
                .forEach(each -> schemas(each.getKey(), each.getValue(), visitor));
        walk("", contract, (place, node) -> {
            if (node.path("schema").isObject()) {
                schemas(place, node.path("schema"), visitor);
            }
        });
    }

    /** A schema and its sub-schemas; the members of {@code properties} are names, not keywords. */
    private static void schemas(String place, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(place, schema);
        schema.path("properties")
                .properties()
                .forEach(each -> schemas(place + "/" + each.getKey(), each.getValue(), visitor));
        for (var one : List.of("items", "additionalProperties")) {
            if (schema.path(one).isObject()) {
                schemas(place + "/" + one, schema.path(one), visitor);
            }
        }
        for (var several : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(several).forEach(each -> schemas(place + "/" + several, each, visitor));
        }
    }

    private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
            node.properties().forEach(each -> walk(place + "/" + each.getKey(), each.getValue(), visitor));
        } else if (node.isArray()) {
            node.forEach(each -> walk(place, each, visitor));
        }
    }
}
