package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of codes in the OpenAPI document: every code has one in each language, and no two figures share a label. */
class DictionaryTest {

    private final Map<String, JsonNode> codes = new TreeMap<>();

    DictionaryTest() throws IOException {
        var contract = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi", "redress.yaml").toFile());
        contract.path("components").path("schemas").fields().forEachRemaining(schema -> {
            if (schema.getValue().has("enum")) {
                codes.put(schema.getKey(), schema.getValue());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_code_has_a_unique_label(String language) {
        assertThat(codes).hasSizeGreaterThan(35);
        var wrong = new ArrayList<String>();
        codes.forEach((type, schema) -> {
            // A warning has its text in problems.properties.
            if (!type.matches(".*Warning(Code)?")) {
                var labels = labels(schema, "x-labels", language);
                if (!labels.keySet().equals(values(schema)) || labels.containsValue("") || hasTwins(labels)) {
                    wrong.add(type + " " + labels);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void no_two_measures_share_a_label(String language) {
        var measure = codes.get("Measure");
        var names = new ArrayList<String>();
        names.addAll(labels(measure, "x-labels", language).values());
        names.addAll(labels(measure, "x-amount-labels", language).values());
        assertThat(names).hasSizeGreaterThan(18).doesNotHaveDuplicates();
    }

    private static boolean hasTwins(Map<String, String> labels) {
        return labels.values().stream().distinct().count() < labels.size();
    }

    private static Set<String> values(JsonNode schema) {
        return StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> labels(JsonNode schema, String extension, String language) {
        var labels = new LinkedHashMap<String, String>();
        schema.path(extension)
                .fields()
                .forEachRemaining(label -> labels.put(
                        label.getKey(), label.getValue().path(language).asText()));
        return labels;
    }
}
