package io.redress.bulletin;

import io.redress.common.problem.Problem;
import java.time.LocalDate;

final class BulletinProblems {

    private BulletinProblems() {}

    static Problem weekNotClosed(LocalDate endsOn) {
        return Problem.of(409, "week-not-closed", endsOn.toString());
    }

    static Problem alreadyDrafted() {
        return Problem.of(409, "bulletin-already-drafted");
    }

    static Problem alreadyIssued(int year, int number) {
        return Problem.of(409, "bulletin-issued", Integer.toString(year), Integer.toString(number));
    }

    static Problem notIssued() {
        return Problem.of(409, "bulletin-not-issued");
    }

    static Problem issueDayOutside(LocalDate from, LocalDate to) {
        return Problem.invalid("/issuedOn", "issue-day-outside", from.toString(), to.toString());
    }
}
