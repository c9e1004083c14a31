package io.redress.common.web;

/** Encryption of stored responses, against readers of the database. The feature with the keys implements it. */
public interface Confidential {

    /** Encrypts the body for one row of {@code idempotency_key}, which is named account/key. */
    byte[] seal(String body, String row);

    String open(byte[] body, String row);

    /** A keyed digest: equal for equal requests, and meaningless without the key. */
    String digest(String request);
}
