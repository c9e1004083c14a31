package io.redress.tally;

import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import java.time.Instant;
import java.time.LocalDate;

public final class TallyProblems {

    private TallyProblems() {}

    public static Problem notTheEndOfAWeek(LocalDate day, String lastDay) {
        return Problem.of(422, "not-the-end-of-a-week", day.toString(), lastDay);
    }

    public static Problem weekNotBegun(LocalDate endsOn) {
        return Problem.of(409, "week-not-begun", endsOn.toString());
    }

    /** The moment is also in a member of its own, so that a client need not parse the text. */
    public static Problem weekNotOver(LocalDate endsOn, Instant overAt) {
        return Problem.of(409, "week-not-over", endsOn.toString(), Clocks.minuteOf(overAt))
                .with("overAt", overAt.toString());
    }

    /** Another caller, another instance or the closing job holds the closing lock. */
    public static Problem closingInProgress(LocalDate closedUpTo) {
        return Problem.of(409, "closing-in-progress", String.valueOf(closedUpTo));
    }

    public static Problem weekAlreadyClosed(LocalDate endsOn) {
        return Problem.of(409, "week-already-closed", endsOn.toString());
    }

    /** The weeks are closed in order and for good, so the first one must not be chosen by a typing error. */
    public static Problem weekBeforeTheFirst(LocalDate endsOn, LocalDate first) {
        return Problem.of(409, "week-before-the-first", endsOn.toString(), first.toString());
    }

    public static Problem cutOffOutside(Instant from, Instant to) {
        return Problem.invalid("/cutOffAt", "cut-off-outside", from.toString(), to.toString());
    }

    public static Problem dayOutside(String parameter, LocalDate earliest, LocalDate latest) {
        return Problem.invalid(parameter, "day-outside", earliest.toString(), latest.toString());
    }

    public static Problem fromAfterTo(LocalDate from, LocalDate to) {
        return Problem.invalid("?from", "from-after-to", from.toString(), to.toString());
    }

    public static Problem tooManyPeriods(int periods, int most) {
        return Problem.invalid("?by", "too-many-periods", Integer.toString(periods), Integer.toString(most));
    }

    public static Problem tooManyFigures(int rows, int most) {
        return Problem.of(422, "too-many-figures", Integer.toString(rows), Integer.toString(most));
    }
}
