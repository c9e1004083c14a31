package io.redress.common.web;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list (keyset pagination), with the cursor of the next page or null at the end. There are no totals. */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Schema(
                description = "下一页的游标；末页为 null / cursor of the next page, null on the last",
                required = true,
                nullable = true)
        String next) {

    public static final int LARGEST = 200;

    /**
     * Makes a page from up to one row more than it holds.
     *
     * @param rows up to {@code limit + 1} rows in order
     * @param position the keyset position of a row, after which the next page begins
     */
    public static <R, T> Page<T> of(
            List<R> rows, int limit, String list, Function<R, String> position, Function<R, T> view) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? Cursor.at(list, position.apply(shown.get(limit - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
