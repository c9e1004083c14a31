package io.redress.account;

import io.redress.common.problem.Problem;
import java.time.Duration;

public final class AccountProblems {

    private AccountProblems() {}

    static Problem usernameTaken(String username) {
        return Problem.of(409, "username-taken", username);
    }

    public static Problem signInFailed() {
        return Problem.of(401, "sign-in-failed");
    }

    /** Reveals neither whether the account exists nor whether the password was right, since it was not checked. */
    public static Problem signInLocked(Duration wait) {
        return Problem.of(429, "sign-in-locked").retryAfter(wait);
    }

    public static Problem passwordChangeRequired() {
        return Problem.of(403, "password-change-required");
    }

    public static Problem signsInElsewhere() {
        return Problem.of(409, "signs-in-elsewhere");
    }

    /** Otherwise a leaked token could renew itself for ever. */
    public static Problem tokenNeedsSession() {
        return Problem.of(403, "token-needs-session");
    }

    public static Problem tokenOutOfScope(String scope) {
        return Problem.of(403, "token-out-of-scope", scope).with("scope", scope);
    }

    /** Otherwise nobody could open an account again. */
    static Problem lastAdministrator() {
        return Problem.of(409, "last-administrator");
    }
}
