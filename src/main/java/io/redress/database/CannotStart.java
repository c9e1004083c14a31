package io.redress.database;

/** Why the database cannot be started, in words for whoever started Redress. */
public class CannotStart extends RuntimeException {

    CannotStart(String chinese, String english) {
        this(chinese, english, null);
    }

    CannotStart(String chinese, String english, Throwable cause) {
        super(chinese + " / " + english, cause);
    }
}
