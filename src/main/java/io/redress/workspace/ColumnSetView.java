package io.redress.workspace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ColumnSet", description = "常用列 / columns that are liked together")
record ColumnSetView(
        @Schema(required = true, examples = "查金额") String name,
        @Schema(required = true) List<RegisterColumn> columns) {

    static ColumnSetView of(ColumnSet set) {
        return new ColumnSetView(set.id.name(), set.columns);
    }
}
