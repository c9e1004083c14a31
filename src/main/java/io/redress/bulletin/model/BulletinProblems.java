package io.redress.bulletin.model;

import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

public final class BulletinProblems {

    private BulletinProblems() {}

    public static Problem weekNotClosed(LocalDate endsOn) {
        return Problem.of(409, "week-not-closed", endsOn.toString());
    }

    public static Problem alreadyDrafted() {
        return Problem.of(409, "bulletin-already-drafted");
    }

    public static Problem alreadyCorrected() {
        return Problem.of(409, "bulletin-already-corrected");
    }

    static Problem notADraft(BulletinStatus status, Integer year, Integer number) {
        return number == null
                ? Problem.of(409, "bulletin-not-a-draft", status.name())
                : Problem.of(409, "bulletin-issued", year.toString(), number.toString());
    }

    static Problem notPossible(BulletinStatus status, BulletinStatus next, Integer year, Integer number) {
        return status == BulletinStatus.ISSUED
                ? Problem.of(409, "bulletin-issued", year.toString(), number.toString())
                : Problem.of(409, "bulletin-step-not-possible", status.name(), next.name());
    }

    public static Problem notIssued() {
        return Problem.of(409, "bulletin-not-issued");
    }

    static Problem ownBulletin() {
        return Problem.of(409, "bulletin-own-review");
    }

    static Problem ownSignature() {
        return Problem.of(409, "bulletin-own-signature");
    }

    /** @param by the number of the correction that is valid instead */
    static Problem replaced(String by) {
        return Problem.of(409, "bulletin-replaced", by).with("correctedBy", by);
    }

    static Problem correctsVoid() {
        return Problem.of(409, "bulletin-corrects-void");
    }

    static Problem issuedIsVoidedByDirector() {
        return Problem.of(403, "bulletin-voided-by-director");
    }

    /** The moment is also in a member of its own, so that a client need not parse the text. */
    public static Problem weekNotOver(LocalDate endsOn, Instant overAt) {
        return Problem.of(409, "bulletin-week-not-over", endsOn.toString(), Clocks.minuteOf(overAt))
                .with("overAt", overAt.toString());
    }

    /** The characters are also in a member of their own, so that a client need not parse the text. */
    public static Problem charactersMissing(List<String> characters) {
        return Problem.of(409, "bulletin-characters-missing", String.join("、", characters))
                .with("missingCharacters", characters);
    }

    public static Problem sectionTwice(int index) {
        return Problem.invalid("/sections/" + index + "/key", "section-twice");
    }

    public static Problem issueDayOutside(LocalDate from, LocalDate to) {
        return Problem.invalid("/issuedOn", "issue-day-outside", from.toString(), to.toString());
    }
}
