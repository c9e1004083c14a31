package io.redress.tally.closing;

import io.redress.tally.ReportingWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReportingWeek", description = "报告周 / reporting week")
public record ReportingWeekView(
        @Schema(required = true, examples = "2021-03-01") LocalDate startsOn,

        @Schema(description = "报告周以其末日为名 / the week is named by its last day", required = true, examples = "2021-03-07")
        LocalDate endsOn,

        @Schema(description = "截止时刻，未结为 null / null while open", nullable = true)
        Instant cutOffAt,

        @Schema(nullable = true) Instant closedAt,

        @Schema(description = "周结人 / who closed it", nullable = true)
        String closedBy) {

    static ReportingWeekView of(ReportingWeek week) {
        return new ReportingWeekView(week.startsOn, week.endsOn, week.cutOffAt, week.closedAt, week.closedBy);
    }
}
