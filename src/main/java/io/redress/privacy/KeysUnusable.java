package io.redress.privacy;

/** Why the keys cannot be used, in words for whoever runs Redress; never with a key in it. */
public class KeysUnusable extends RuntimeException {

    KeysUnusable(String chinese, String english) {
        this(chinese, english, null);
    }

    KeysUnusable(String chinese, String english, Throwable cause) {
        super(chinese + " / " + english, cause);
    }
}
