package io.redress.bench;

import io.redress.testing.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements that the program was heard to send, as a script of pgbench's that sends them in one pipeline: what is compared
 * with cannot be faster by sending less, only by not thinking in between.
 */
final class Script {

    /** Makes the ids of a script's n-th run, in order like ours. */
    static final String IDS = """
            create or replace function bench_id(bigint, int) returns uuid language sql immutable as
            $$ select ('f' || lpad(to_hex($1), 15, '0') || '70008' || lpad(to_hex($2), 11, '0'))::uuid $$""";

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern IDS_ALONE = Pattern.compile("\\{?" + ID + "(," + ID + ")*}?");
    private static final Pattern DIGEST = Pattern.compile("\\\\x[0-9a-f]{64}");
    private static final Pattern HASH = Pattern.compile("-?\\d{9,}");
    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{6,}-\\d");

    /** Tells which ids are the same one. */
    private final List<String> ids = new ArrayList<>();

    private int uniques;

    private Script() {}

    /** The very statements with the very keys. */
    static String reading(List<Statement> heard) {
        return piped(heard.stream()
                .map(statement -> fill(statement, Script::literal))
                .toList());
    }

    /**
     * The statements with keys of its own in each run. What differs between two requests of one kind is a key; what does not
     * stays as it is.
     */
    static String writing(List<Statement> heard, List<Statement> again) {
        var script = new Script();
        var lines = new ArrayList<String>();
        for (var i = 0; i < heard.size(); i++) {
            var other = again.get(i).parameters();
            if (!again.get(i).sql().equals(heard.get(i).sql())) {
                throw new IllegalStateException("two requests of one kind differ: "
                        + heard.get(i).sql() + "\nand " + again.get(i).sql());
            }
            var place = new int[1];
            lines.add(fill(heard.get(i), value -> script.keyed(value, other.get(place[0]++))));
        }
        return "\\set n :n + 1\n\\set u :n * 64 + :client_id\n" + piped(lines);
    }

    private static String piped(List<String> statements) {
        return statements.stream()
                .map(sql -> sql.strip() + ";\n")
                .collect(Collectors.joining("", "\\startpipeline\n", "\\endpipeline\n"));
    }

    @FunctionalInterface
    private interface Rendering {
        String of(String value);
    }

    private static String fill(Statement statement, Rendering rendering) {
        var values = statement.parameters().stream().map(rendering::of).toList();
        return PLACE.matcher(statement.sql())
                .replaceAll(place -> Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)) - 1)));
    }

    /** A colon would be the beginning of a variable. */
    private static String literal(String value) {
        if (value == null) {
            return "null";
        }
        var quoted = value.replace("'", "''");
        return value.indexOf(':') < 0
                ? "'" + quoted + "'"
                : "E'" + quoted.replace("\\", "\\\\").replace(":", "\\x3a") + "'";
    }

    private String keyed(String value, String other) {
        if (value == null || value.equals(other)) {
            return literal(value);
        }
        if (IDS_ALONE.matcher(value).matches()) {
            return ids(value);
        }
        if (DIGEST.matcher(value).matches()) {
            return "sha256(int8send(:u::bigint * 64 + " + uniques++ + "))";
        }
        if (HASH.matcher(value).matches()) {
            return "hashint8extended(:u, " + uniques++ + ")";
        }
        return NUMBER.matcher(value).matches() ? "('B' || :u)" : literal(value);
    }

    private String ids(String value) {
        var found = ID.matcher(value).results().toList();
        if (found.size() == 1 && !value.startsWith("{")) {
            return id(found.get(0).group(), found.get(0).group(1));
        }
        return found.stream()
                .map(one -> id(one.group(), one.group(1)))
                .collect(Collectors.joining(", ',', ", "concat('{', ", ", '}')"));
    }

    /** Random ids are as scattered as theirs. */
    private String id(String id, String version) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
        var which = ids.indexOf(id);
        return version.equals("7") ? "bench_id(:u, " + which + ")" : "md5(:u || '-" + which + "')";
    }
}
