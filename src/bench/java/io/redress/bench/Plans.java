package io.redress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How the server goes about what a request asks of it: each statement explained while it runs, and then undone. */
final class Plans {

    private static final Pattern EXPLAINED = Pattern.compile("(?is)\\s*(?:select|insert|update|delete|with)\\b.*");
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

    private Plans() {}

    /** Writes the plans of scripts, of each scenario's first request, with a line for each statement before them. */
    static void write(Path file, Database database, Map<String, String> scripts) throws IOException, SQLException {
        var table = new ArrayList<String>();
        var plans = new ArrayList<String>();
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (var script : scripts.entrySet()) {
                table.add(script.getKey());
                for (var sql : statements(script.getValue())) {
                    var plan = String.join("\n", explain(connection, sql));
                    table.add("  %9.2f ms %7d buffers  %s".formatted(millis(plan), buffers(plan), shortened(sql)));
                    plans.add("-- " + script.getKey() + "\n" + sql + "\n" + plan + "\n");
                }
                connection.rollback();
            }
        }
        Files.writeString(file, String.join("\n", table) + "\n\n" + String.join("\n", plans));
    }

    /** What is neither a command of pgbench nor of a transaction, with the keys of one run. */
    private static List<String> statements(String script) {
        var plain = script.replaceAll("(?m)^\\\\.*\\n", "").replaceAll("(?<!:):u\\b", "0");
        return Arrays.stream(plain.split(";\\n"))
                .filter(EXPLAINED.asMatchPredicate())
                .toList();
    }

    private static List<String> explain(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("explain (analyze, buffers) " + sql)) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return lines;
        }
    }

    /** Of the whole statement; its first line of buffers adds up those below it. */
    private static long buffers(String plan) {
        var found = BUFFERS.matcher(plan);
        return found.find() ? number(found.group(1)) + number(found.group(2)) : 0;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static double millis(String plan) {
        var found = TIME.matcher(plan);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static String shortened(String sql) {
        var line = sql.replaceAll("\\s+", " ").strip();
        var from = line.toLowerCase(Locale.ROOT).indexOf(" from ");
        var start = line.startsWith("select") && from > 40 ? "select …" + line.substring(from) : line;
        return start.length() > 110 ? start.substring(0, 110) + "…" : start;
    }
}
