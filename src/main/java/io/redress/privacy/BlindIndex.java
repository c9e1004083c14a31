package io.redress.privacy;

import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;

/**
 * What an encrypted datum is found by: HMAC-SM3 of its normalised value. It tells whether two are equal to whoever has the
 * database, and nothing else without the key.
 */
public enum BlindIndex {
    DOCUMENT_NUMBER,
    PHONE;

    /** The index of a value in its one normalised form; null for null. */
    public byte[] of(String normalised) {
        return normalised == null
                ? null
                : of(Arc.container().instance(CryptoModule.class).get(), normalised);
    }

    byte[] of(CryptoModule module, String normalised) {
        return module.mac("index", (name() + '\0' + normalised).getBytes(StandardCharsets.UTF_8));
    }
}
