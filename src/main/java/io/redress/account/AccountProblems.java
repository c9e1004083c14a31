package io.redress.account;

import io.redress.common.problem.Problem;

final class AccountProblems {

    private AccountProblems() {}

    static Problem usernameTaken(String username) {
        return Problem.of(409, "username-taken", username);
    }

    static Problem signInFailed() {
        return Problem.of(401, "sign-in-failed");
    }

    /** Else a token that leaked could renew itself for ever. */
    static Problem tokenNeedsSession() {
        return Problem.of(403, "token-needs-session");
    }

    /** Else nobody could let anybody in again. */
    static Problem lastAdministrator() {
        return Problem.of(409, "last-administrator");
    }
}
