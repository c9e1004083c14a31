package io.redress.approval;

import io.redress.common.problem.Problem;

final class ApprovalProblems {

    private ApprovalProblems() {}

    static Problem ownRequest() {
        return Problem.of(403, "approval-own-request");
    }

    static Problem notAsker() {
        return Problem.of(403, "approval-not-asker");
    }

    static Problem notPending(ApprovalStatus status) {
        return Problem.of(
                        409,
                        "approval-not-pending",
                        status.label().zh(),
                        status.label().en())
                .with("currentStatus", status.name());
    }

    /** Otherwise a stolen session of the account could approve what its thief asked for. */
    static Problem ownAccount() {
        return Problem.of(403, "approval-own-account");
    }

    /** What the second person saw is no longer what would be changed. */
    static Problem accountChangedMeanwhile() {
        return Problem.of(409, "account-changed-meanwhile");
    }
}
