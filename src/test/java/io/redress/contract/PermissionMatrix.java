package io.redress.contract;

import io.redress.account.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of src/docs/permissions.md, for people and for the tests. */
final class PermissionMatrix {

    static final Path PAGE = Path.of("src/docs/permissions.md");

    /** The column for callers who are not signed in. */
    static final String NOBODY = "NOBODY";

    static final String YES = "yes";
    static final String OWN_AREA = "own area";
    static final String OWN = "own";
    static final String NO = "-";

    private static final String HEADING = "| operation |";

    private final List<String> columns;
    private final List<Row> rows;

    /** @param cells the value of each column, by the role's name or {@link #NOBODY} */
    record Row(String operation, String summary, Map<String, String> cells) {

        boolean allows(String column) {
            return !cells.get(column).equals(NO);
        }

        List<String> allowedRoles() {
            return Arrays.stream(Role.values())
                    .map(Role::name)
                    .filter(this::allows)
                    .toList();
        }

        /** The page is sorted by path, then method. */
        String sortKey() {
            var words = operation.split(" ");
            return words[1] + " " + words[0];
        }
    }

    private PermissionMatrix(List<String> columns, List<Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static PermissionMatrix read() {
        try {
            var table = Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.startsWith(HEADING))
                    .takeWhile(line -> line.startsWith("|"))
                    .map(PermissionMatrix::cells)
                    .toList();
            var columns = table.get(0).stream()
                    .skip(2)
                    .map(PermissionMatrix::lastWord)
                    .toList();
            var rows = table.stream().skip(2).map(cells -> row(columns, cells)).toList();
            return new PermissionMatrix(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The heading of a column ends in the role's name. */
    private static String lastWord(String heading) {
        return heading.substring(heading.lastIndexOf(' ') + 1);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Row row(List<String> columns, List<String> cells) {
        var said = new ArrayList<>(cells);
        if (said.size() != columns.size() + 2) {
            throw new AssertionError("a row has " + said.size() + " cells: " + cells);
        }
        var byColumn = columns.stream().collect(Collectors.toMap(c -> c, c -> said.get(columns.indexOf(c) + 2)));
        return new Row(said.get(0).replace("`", ""), said.get(1), byColumn);
    }

    List<String> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    Row of(Operation operation) {
        return rows.stream()
                .filter(row -> row.operation().equals(operation.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row in " + PAGE + "; perhaps:\n" + proposal(operation)));
    }

    /** The row that the code implies for an operation, to be entered in the table. */
    static String proposal(Operation operation) {
        var cells = Arrays.stream(Role.values())
                .map(role -> operation.roles().isEmpty() || operation.roles().contains(role.name()) ? YES : NO)
                .collect(Collectors.joining(" | "));
        return "| `%s` | %s | %s | %s |"
                .formatted(operation.name(), operation.summary(), cells, operation.isOpen() ? YES : NO);
    }
}
