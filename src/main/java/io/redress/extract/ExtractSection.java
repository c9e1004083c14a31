package io.redress.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A section of an extract.
 *
 * @param title without its number
 * @param records one for each record; may be empty
 * @param none what is printed when there is no record
 * @param note printed at the end; null for none
 */
public record ExtractSection(String title, List<Entry> records, String none, String note) {

    /**
     * One record, or several in a table.
     *
     * @param heading null for none
     */
    public record Entry(String heading, List<Table> tables) {}

    /**
     * A table with headings above, or of labels and values.
     *
     * @param headings empty when each row is a label and its value
     */
    public record Table(List<String> headings, List<List<Cell>> rows) {}

    /** @param amount whether it is money */
    public record Cell(String text, boolean amount) {

        private static Cell of(Object value) {
            return new Cell(value == null ? "" : value.toString(), value instanceof BigDecimal);
        }
    }

    /** The cells of a row: words, {@link LocalDate}s, numbers, amounts in yuan; null for an empty one. */
    public static List<Cell> row(Object... values) {
        return Arrays.stream(values).map(Cell::of).toList();
    }
}
