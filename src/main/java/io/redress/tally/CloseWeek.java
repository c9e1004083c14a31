package io.redress.tally;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "周结 / close a reporting week")
record CloseWeek(
        @Schema(
                description = "截止时刻；不给则为本周终了或当前时刻中较早者。此后入账的计入下一周。"
                        + " / entries recorded from then on fall into the next week; end of week or now when absent",
                nullable = true,
                examples = "2021-03-07T15:59:59Z")
        Instant cutOffAt) {}
