package io.redress.tally.closing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "周结 / close a reporting week")
public record CloseWeek(
        @Schema(
                description = "截止时刻；不给则为本周终了，提前周结的为当前时刻。此后入账的计入下一周。给出本周终了之前的时刻即为提前周结。"
                        + " / entries recorded from then on fall into the next week; the end of the week when absent, or now when early;"
                        + " one before the end of the week closes it early",
                nullable = true,
                examples = "2021-03-07T15:59:59Z")
        Instant cutOffAt,

        @Schema(
                description = "本周尚未终了，仍要周结：余下各日的登记计入下一周，不能重开；不给也没有截止时刻的，未终了的周不予周结（409）"
                        + " / closes a week that is not over; what is recorded on the days left falls into the next one;"
                        + " without it, and without a cut-off, a week that is not over is not closed",
                nullable = true,
                examples = "false")
        Boolean early) {

    /** A normal closing, after the cut-off. */
    public static final CloseWeek WHEN_OVER = new CloseWeek(null, null);

    boolean isEarly() {
        return Boolean.TRUE.equals(early);
    }
}
