package io.redress.registration.model;

import io.redress.common.problem.Problem;

public final class RegistrationProblems {

    private RegistrationProblems() {}

    public static Problem alreadyRegistered(String number) {
        return Problem.of(409, "already-registered", number).with("number", number);
    }

    static Problem hasEnded(String number, RegistrationStatus status) {
        return Problem.of(409, "registration-ended", number, status.name()).with("currentStatus", status.name());
    }

    public static Problem notMergeable() {
        return Problem.invalid("/intoId", "not-mergeable");
    }

    static Problem carryAfterVerification() {
        return Problem.of(409, "merge-carry-verified");
    }
}
