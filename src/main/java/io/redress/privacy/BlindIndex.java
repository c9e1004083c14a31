package io.redress.privacy;

import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;

/**
 * Blind index: HMAC-SM3 of the normalised value, for finding an encrypted column. A reader of the database without the
 * key learns only whether two values are equal.
 */
public enum BlindIndex {
    DOCUMENT_NUMBER,
    PHONE,
    /** Of a row of evidence and the digest of its file: equal files of two rows have different ones. */
    EVIDENCE_FILE;

    /** The index of a normalised value; null for null. */
    public byte[] of(String normalised) {
        return normalised == null
                ? null
                : of(Arc.container().instance(CryptoModule.class).get(), normalised);
    }

    byte[] of(CryptoModule module, String normalised) {
        return module.mac("index", (name() + '\0' + normalised).getBytes(StandardCharsets.UTF_8));
    }
}
