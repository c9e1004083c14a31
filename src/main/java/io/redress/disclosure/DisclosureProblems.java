package io.redress.disclosure;

import io.redress.common.problem.Problem;

final class DisclosureProblems {

    private DisclosureProblems() {}

    static Problem alreadyWithdrawn() {
        return Problem.of(409, "disclosure-withdrawn");
    }

    static Problem disclosedInTheFuture() {
        return Problem.invalid("/disclosedOn", "in-the-future");
    }

    static Problem branchUnknown() {
        return Problem.invalid("/branchId", "branch-unknown");
    }
}
