package io.redress.common.sheet;

import java.util.List;

/**
 * A table with headings.
 *
 * @param name name of the tab; a workbook shortens it and makes it unique
 * @param title printed above the headings, or null
 * @param rows each as long as {@code columns}
 * @param note printed below the table, or null
 * @param isFiltered whether the headings offer to filter and sort
 */
public record Sheet(
        String name, String title, List<String> columns, List<List<Cell>> rows, String note, boolean isFiltered) {

    public Sheet {
        if (columns.isEmpty() || rows.stream().anyMatch(row -> row.size() != columns.size())) {
            throw new IllegalArgumentException("rows and columns do not match in " + name);
        }
    }

    /** A table for people to read and print. */
    public static Sheet printed(String name, String title, List<String> columns, List<List<Cell>> rows, String note) {
        return new Sheet(name, title, columns, rows, note == null || note.isBlank() ? null : note, false);
    }

    /** A table for further processing: headings in the first row, and nothing but the data. */
    public static Sheet data(String name, List<String> columns, List<List<Cell>> rows) {
        return new Sheet(name, null, columns, rows, null, true);
    }
}
