package io.redress.common.start;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.interceptor.Interceptor;

/**
 * Refused start: a setting is wrong, so the program exits with code 2 and one line in both languages. As a
 * configuration exception of Quarkus, it prints its message to standard error without a stack trace. By the exit code a
 * supervisor can tell it from a crash. The message must never contain a secret.
 */
public class StartRefused extends ConfigurationException {

    /** Exit code of a refused start. */
    public static final int EXIT_CODE = 2;

    /** Priority for observers of the start that check settings: before jobs run and anything is written. */
    public static final int CHECKS_FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private StartRefused(String message) {
        super(message);
    }

    public static StartRefused because(String chinese, String english) {
        return new StartRefused(chinese + " / " + english);
    }

    /** {@link #EXIT_CODE} if a refused start is among the causes of the failure; else {@code otherwise}. */
    public static int exitCode(int otherwise, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return EXIT_CODE;
            }
        }
        return otherwise;
    }
}
