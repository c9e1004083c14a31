package io.redress.account;

import io.redress.common.problem.Problem;

final class AccountProblems {

    private AccountProblems() {}

    static Problem usernameTaken(String username) {
        return Problem.of(409, "username-taken", username);
    }
}
