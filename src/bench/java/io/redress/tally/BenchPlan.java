package io.redress.tally;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Runs a statement of the program as PostgreSQL's {@code explain analyze} and adds up what its plan says. */
final class BenchPlan {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs of a reading, of which the fastest counts: the first ones warm the buffers. */
    private static final int RUNS = 5;

    /**
     * What a statement cost.
     *
     * @param rows read from tables, whether they were wanted or not
     * @param buffers touched, in memory or not
     */
    record Cost(long rows, long buffers, double milliseconds) {}

    /** Sets the parameters. */
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private BenchPlan() {}

    static Cost ofReading(Connection connection, String sql, Binding binding, boolean isVerbose) throws SQLException {
        Cost fastest = null;
        for (var run = 0; run < RUNS; run++) {
            var cost = explain(connection, sql, binding, isVerbose && run == RUNS - 1);
            fastest = fastest == null || cost.milliseconds() < fastest.milliseconds() ? cost : fastest;
        }
        return fastest;
    }

    /** Once, because it does what it says. */
    static Cost ofChange(Connection connection, String sql, Binding binding, boolean isVerbose) throws SQLException {
        return explain(connection, sql, binding, isVerbose);
    }

    private static Cost explain(Connection connection, String sql, Binding binding, boolean isVerbose)
            throws SQLException {
        try (var statement = connection.prepareStatement("explain (analyze, buffers, format json) " + sql)) {
            binding.bind(statement);
            try (var row = statement.executeQuery()) {
                row.next();
                var explained = JSON.readTree(row.getString(1)).get(0);
                if (isVerbose) {
                    System.out.println(sql);
                    print(explained.get("Plan"), "");
                }
                return new Cost(
                        rows(explained.get("Plan")),
                        buffers(explained.get("Plan")),
                        explained.get("Execution Time").asDouble());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long rows(JsonNode node) {
        var below = children(node).mapToLong(BenchPlan::rows).sum();
        if (!node.has("Relation Name") || node.get("Node Type").asText().equals("ModifyTable")) {
            return below;
        }
        var each = Stream.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
                .mapToDouble(part -> node.path(part).asDouble())
                .sum();
        return below + Math.round(each * node.get("Actual Loops").asDouble());
    }

    private static long buffers(JsonNode node) {
        return node.path("Shared Hit Blocks").asLong()
                + node.path("Shared Read Blocks").asLong();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        var children = Stream.<JsonNode>builder();
        node.path("Plans").forEach(children);
        return children.build();
    }

    private static void print(JsonNode node, String indent) {
        System.out.println(indent + node.get("Node Type").asText() + " "
                + node.path("Relation Name").asText("")
                + " " + node.path("Index Name").asText("") + " rows=" + node.get("Actual Rows") + " loops="
                + node.get("Actual Loops") + " buffers=" + buffers(node) + " ms=" + node.path("Actual Total Time")
                + " " + node.path("Index Cond").asText("") + node.path("Filter").asText(""));
        children(node).forEach(child -> print(child, indent + "  "));
    }
}
