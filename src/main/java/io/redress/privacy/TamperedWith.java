package io.redress.privacy;

/** A ciphertext that was changed, moved to another row or column, or encrypted with another key. */
public class TamperedWith extends RuntimeException {

    public TamperedWith(Throwable cause) {
        super("the ciphertext was not encrypted for this column", cause);
    }
}
