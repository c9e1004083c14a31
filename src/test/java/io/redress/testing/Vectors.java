package io.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Test vectors: the numbers and amounts of {@code validator-vectors.json}, invented or from a standard, and of {@code
 * typed-vectors.json}, which the tests of the web client share.
 */
public final class Vectors {

    private static final JsonNode ALL = read();

    private Vectors() {}

    public static List<String> list(String pointer) {
        return strings(at(pointer));
    }

    public static Map<String, String> map(String pointer) {
        var map = new LinkedHashMap<String, String>();
        at(pointer).properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
        return map;
    }

    public static Map<String, List<String>> lists(String pointer) {
        var lists = new LinkedHashMap<String, List<String>>();
        at(pointer).properties().stream()
                .filter(e -> e.getValue().isArray())
                .forEach(e -> lists.put(e.getKey(), strings(e.getValue())));
        return lists;
    }

    public static List<JsonNode> cases(String pointer) {
        return StreamSupport.stream(at(pointer).spliterator(), false).toList();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode at(String pointer) {
        var node = ALL.at(pointer);
        if (node.isEmpty()) {
            throw new IllegalArgumentException("no vectors at " + pointer);
        }
        return node;
    }

    private static JsonNode read() {
        try (var json = Vectors.class.getResourceAsStream("/validator-vectors.json");
                var typed = Vectors.class.getResourceAsStream("/typed-vectors.json")) {
            var all = (ObjectNode) new ObjectMapper().readTree(json);
            return all.setAll((ObjectNode) new ObjectMapper().readTree(typed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
