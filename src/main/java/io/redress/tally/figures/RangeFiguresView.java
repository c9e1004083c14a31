package io.redress.tally.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures of a range.
 *
 * @param items by period, then by platform, town and measure; every figure has a row in every period
 */
@Schema(name = "RangeFigures", description = "任意时段的指标 / figures of any days")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RangeFiguresView(
        @Schema(description = "首日；按周时为首周的首日 / first day, of the first week when by week", required = true)
        LocalDate from,

        @Schema(description = "末日；按周时为末周的末日 / last day, of the last week when by week", required = true)
        LocalDate to,

        @Schema(description = "分期；不分为 null / null for one period", nullable = true)
        Grouping by,

        @Schema(
                description = "此刻起的指标尚未周结，仍会变动；从未周结的为 null / from then on not closed yet; null when nothing is",
                nullable = true,
                examples = "2021-12-19T16:00:00Z")
        Instant closedUntil,

        @Schema(description = "逐期排列 / period by period", required = true)
        List<RangeFigure> items) {}
