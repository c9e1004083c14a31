package io.redress.export;

import io.redress.area.AreaScope;
import io.redress.common.event.AuditEvent;
import io.redress.common.sheet.Cell;
import java.util.List;
import java.util.UUID;

/**
 * A list of one feature that can be taken away as a workbook or as CSV. What is personal in it leaves masked, or in clear for a
 * stated purpose.
 */
public interface ExportedList {

    /** By which requests and files call it, such as {@code attention-entries}. */
    String name();

    /** Of the workbook, such as 重点关注名单. */
    String title();

    /** Kept of every export that is masked; one in clear is kept as a look behind the mask. */
    AuditEvent exported(String format);

    /** Names of the fields that leave masked unless in clear; empty when none is, and there is nothing to have in clear. */
    default List<String> maskedFields() {
        return List.of();
    }

    /**
     * The people in a list that has masked fields, in the same rows as {@link #open} would read now.
     *
     * @throws io.redress.common.problem.Problem 422 when the list cannot be narrowed like this
     */
    default SelectedPeople people(ExportQuery query, AreaScope scope) {
        throw new UnsupportedOperationException(name() + " masks nothing");
    }

    List<String> headings();

    /**
     * Begins an export, inside a transaction; nothing is read yet.
     *
     * @throws io.redress.common.problem.Problem 422 when the list cannot be narrowed like this
     */
    Reading open(ExportQuery query, AreaScope scope, boolean inClear);

    /** An export under way; several threads may read it one after the other. */
    @FunctionalInterface
    interface Reading {

        /**
         * The next rows, latest first, as they are now.
         *
         * @param below the row where the batch before ended; null for the first batch
         */
        List<Row> next(UUID below, int limit);
    }

    /**
     * @param personId whom the row is about, in a list that has masked fields
     * @param cells as many as there are headings
     */
    record Row(UUID id, UUID personId, List<Cell> cells) {

        public Row(UUID id, List<Cell> cells) {
            this(id, null, cells);
        }
    }
}
