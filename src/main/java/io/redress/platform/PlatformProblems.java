package io.redress.platform;

import io.redress.common.problem.Problem;

final class PlatformProblems {

    private PlatformProblems() {}

    static Problem nameTaken(String name) {
        return Problem.of(409, "platform-name-taken", name);
    }

    static Problem branchNameTaken(String name) {
        return Problem.of(409, "branch-name-taken", name);
    }

    /** People have registered, and all figures of the platform depend on the formula. */
    static Problem lossFormulaFixed() {
        return Problem.of(409, "loss-formula-fixed");
    }

    static Problem windowOutOfOrder(String field) {
        return Problem.invalid("/" + field + "/closesOn", "window-out-of-order");
    }
}
