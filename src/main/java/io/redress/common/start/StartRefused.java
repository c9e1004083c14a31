package io.redress.common.start;

import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * Exit code 2 with one line in both languages: a setting makes it useless to start. The message goes to standard error
 * without a stack trace, and a supervisor can tell it from a crash. It must never hold a secret.
 */
public final class StartRefused {

    /** The exit code of a start that was refused. */
    public static final int EXIT_CODE = 2;

    private StartRefused() {}

    public static PreventFurtherStepsException because(String chinese, String english) {
        return new PreventFurtherStepsException(chinese + " / " + english, EXIT_CODE);
    }
}
