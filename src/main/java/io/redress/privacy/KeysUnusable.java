package io.redress.privacy;

/** Unusable keys; the message is for the operator and never contains a key. */
public class KeysUnusable extends RuntimeException {

    public KeysUnusable(String chinese, String english) {
        this(chinese, english, null);
    }

    public KeysUnusable(String chinese, String english, Throwable cause) {
        super(chinese + " / " + english, cause);
    }
}
