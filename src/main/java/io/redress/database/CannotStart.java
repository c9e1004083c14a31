package io.redress.database;

/** The database cannot be started; the message is for the operator. */
public class CannotStart extends RuntimeException {

    CannotStart(String chinese, String english) {
        this(chinese, english, null);
    }

    CannotStart(String chinese, String english, Throwable cause) {
        super(chinese + " / " + english, cause);
    }
}
