package io.redress.retention;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RetentionRun", description = "到期数据的清点或处理 / what has outlived its period")
record RetentionView(
        @Schema(description = "只清点，未改动 / counted only", required = true)
        boolean dryRun,

        @Schema(required = true) List<KindView> items) {

    @Schema(name = "RetentionOfKind", description = "一类记录 / one kind of record")
    record KindView(
            @Schema(required = true, examples = "register") String kind,

            @Schema(
                    description = "保存期限（ISO 8601）；null 为不限 / null keeps for ever",
                    required = true,
                    nullable = true,
                    examples = "P10Y")
            String period,

            @Schema(description = "此日之前结束的到期 / what ended before this day", required = true, nullable = true)
            LocalDate endedBefore,

            @Schema(description = "到期的条数，或已处理的条数 / how many", required = true, examples = "12")
            long records) {}
}
