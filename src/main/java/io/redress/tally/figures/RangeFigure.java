package io.redress.tally.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One measure over a period; for the count and the amount opening + added − removed + moved = closing. */
@Schema(description = "一段日子的一项指标，期初＋新增－核减＋迁移＝期末 / one measure over some days")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RangeFigure(
        @Schema(description = "首日 / first day", required = true, examples = "2021-01-01")
        LocalDate startsOn,

        @Schema(description = "末日 / last day", required = true, examples = "2021-01-31")
        LocalDate endsOn,

        @Schema(description = "不分平台或不属任何平台的为 null / null when not split, or of no platform", nullable = true)
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
        Sums amount) {}
