package io.redress.tally;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One measure over a closed week; for the count and the amount opening + added − removed + moved = closing. */
@Schema(description = "一周的一项指标，期初 + 新增 − 核减 + 迁移 = 期末 / one measure over a closed week")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WeekFigure(
        @Schema(description = "跨平台合计的指标为 null / null for what is counted over all platforms", nullable = true)
        UUID platformId,

        @Schema(
                description = "镇街代码；不分镇街时为 null / town, null when not split",
                nullable = true,
                examples = "445102010000")
        String townCode,

        @Schema(required = true) Measure measure,

        @Schema(description = "数量；只有金额的指标为 null / null for measures of money only", nullable = true)
        Counts count,

        @Schema(description = "金额，元；只有数量的指标为 null / null for measures of number only", nullable = true)
        Sums amount) {

    @Schema(name = "WeekCounts", description = "数量，上期累计＋本期新增－本期核减＝本期累计 / numbers; opening + added - removed = closing")
    public record Counts(
            @Schema(description = "上期累计", required = true) long opening,
            @Schema(description = "本期新增", required = true) long added,
            @Schema(description = "本期核减", required = true) long removed,

            @Schema(description = "迁入减迁出；不分镇街时为 0 / moved in less moved out, 0 unless split by town", required = true)
            long moved,

            @Schema(description = "本期累计", required = true) long closing) {}

    @Schema(
            name = "WeekSums",
            description = "金额，元；上期累计＋本期新增－本期核减＝本期累计 / sums in yuan; opening + added - removed = closing")
    public record Sums(
            @Schema(required = true) BigDecimal opening,
            @Schema(required = true) BigDecimal added,
            @Schema(required = true) BigDecimal removed,
            @Schema(required = true) BigDecimal moved,
            @Schema(required = true) BigDecimal closing) {}
}
