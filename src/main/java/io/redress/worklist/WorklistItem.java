package io.redress.worklist;

import io.redress.common.database.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WorklistItem", description = "等着办理的一类事项 / things of one kind that wait to be done")
public record WorklistItem(
        @Schema(required = true) WorkKind kind,

        @Schema(description = "件数，不为零 / how many; never zero", required = true, examples = "3")
        long count,

        @Schema(
                description = "其中最早的日期：提名日、复核日，或报告周的末日 / the earliest day among them: proposed on, to be reviewed by,"
                        + " or the last day of the week reported",
                required = true,
                examples = "2021-03-07")
        LocalDate earliestOn) {

    /**
     * Reads rows of kind, count and earliest day; omits kinds with a count of zero.
     *
     * @param kinds finds a kind of the feature by its name
     */
    public static List<WorklistItem> read(
            Sql sql, String select, Function<String, ? extends WorkKind> kinds, Object... values) {
        var items = sql.list(
                select,
                row -> new WorklistItem(
                        kinds.apply(row.getString(1)), row.getLong(2), row.getObject(3, LocalDate.class)),
                values);
        return items.stream().filter(item -> item.count > 0).toList();
    }
}
