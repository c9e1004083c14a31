package io.redress.common.start;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.interceptor.Interceptor;

/**
 * Exit code 2 with one line in both languages: a setting makes it useless to start. Being a configuration exception of
 * Quarkus, its message goes to standard error without a stack trace; by the exit code a supervisor can tell it from a crash.
 * The message must never hold a secret.
 */
public class StartRefused extends ConfigurationException {

    /** The exit code of a start that was refused. */
    public static final int EXIT_CODE = 2;

    /** For observers of the start that check settings: before jobs run and anything is written. */
    public static final int CHECKS_FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private StartRefused(String message) {
        super(message);
    }

    public static StartRefused because(String chinese, String english) {
        return new StartRefused(chinese + " / " + english);
    }

    /** The exit code for a start that failed so, whatever the failure was wrapped in; else the one it would have. */
    public static int exitCode(int otherwise, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return EXIT_CODE;
            }
        }
        return otherwise;
    }
}
