package io.redress.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A statement in PostgreSQL's log.
 *
 * @param parameters in order; null for SQL null
 */
public record Statement(String sql, List<String> parameters) {

    private static final Pattern ENTRY =
            Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(\\d+)] (LOG|DETAIL):  (.*+(?:\\n\\t.*+)*+)");
    private static final Pattern SENT = Pattern.compile("(?:statement|execute [^:]+): ", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("[Pp]arameters: ");
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']++|'')*+)')", Pattern.DOTALL);

    public static List<Statement> parse(String log) {
        var statements = new ArrayList<Statement>();
        var entries = ENTRY.matcher(log);
        while (entries.find()) {
            var text = entries.group(3).replace("\n\t", "\n").strip();
            var sent = SENT.matcher(text);
            if (entries.group(2).equals("LOG") && sent.lookingAt()) {
                statements.add(new Statement(text.substring(sent.end()), List.of()));
            } else if (entries.group(2).equals("DETAIL")
                    && PARAMETERS.matcher(text).lookingAt()) {
                var last = statements.size() - 1;
                statements.set(last, new Statement(statements.get(last).sql(), parameters(text)));
            }
        }
        statements.removeIf(statement ->
                statement.sql().contains("pg_reload_conf") || statement.sql().startsWith("alter system"));
        return statements;
    }

    private static List<String> parameters(String detail) {
        var found = new TreeMap<Integer, String>();
        var values = PARAMETER.matcher(detail);
        while (values.find()) {
            found.put(
                    Integer.valueOf(values.group(1)),
                    values.group(2) == null ? null : values.group(2).replace("''", "'"));
        }
        return new ArrayList<>(found.values());
    }
}
