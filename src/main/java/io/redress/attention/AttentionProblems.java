package io.redress.attention;

import io.redress.common.problem.Problem;

final class AttentionProblems {

    private AttentionProblems() {}

    static Problem alreadyOnList() {
        return Problem.of(409, "already-on-attention-list");
    }

    static Problem notPossible(AttentionStatus status) {
        return Problem.of(409, "attention-step-not-possible", status.name()).with("currentStatus", status.name());
    }

    static Problem ownProposal() {
        return Problem.of(403, "attention-own-proposal");
    }

    static Problem reviewDayOutside(String from, String to) {
        return Problem.invalid("/reviewOn", "review-day-outside", from, to);
    }
}
