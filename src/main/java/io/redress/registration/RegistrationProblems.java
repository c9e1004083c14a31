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

    static Problem platformUnknown() {
        return Problem.invalid("/platformId", "platform-unknown");
    }

    static Problem notMergeable() {
        return Problem.invalid("/intoId", "not-mergeable");
    }

    static Problem oneCriterion() {
        return Problem.invalid("", "one-criterion");
    }
}
