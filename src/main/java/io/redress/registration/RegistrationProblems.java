package io.redress.registration;

import io.redress.common.problem.Problem;

final class RegistrationProblems {

    private RegistrationProblems() {}

    static Problem alreadyRegistered(String number) {
        return Problem.of(409, "already-registered", number).with("number", number);
    }

    static Problem hasEnded(String number, RegistrationStatus status) {
        return Problem.of(409, "registration-ended", number, status.name()).with("currentStatus", status.name());
    }

    static Problem notMergeable() {
        return Problem.invalid("/intoId", "not-mergeable");
    }

    static Problem carryAfterVerification() {
        return Problem.of(409, "merge-carry-verified");
    }

    /** Known, but under an area the caller does not answer for: neither shown nor registered from here. */
    static Problem knownElsewhere() {
        return Problem.of(409, "known-in-another-area");
    }

    static Problem documentOfAnother() {
        return Problem.of(409, "document-of-another");
    }

    static Problem oneCriterion() {
        return Problem.invalid("", "one-criterion");
    }
}
