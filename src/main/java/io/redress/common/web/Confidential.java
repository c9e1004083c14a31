package io.redress.common.web;

/** Keeps what was answered from whoever reads the database only; who has the keys implements it. */
public interface Confidential {

    /** Encrypted for one row of {@code idempotency_key}, named as account/key. */
    byte[] seal(String body, String row);

    String open(byte[] body, String row);

    /** Tells whether two requests are the same, and no more to whoever has not the key. */
    String digest(String request);
}
