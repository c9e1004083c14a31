package io.redress.privacy;

import io.quarkus.arc.Arc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Blind index: HMAC-SM3 of the normalised value, for finding an encrypted column. A reader of the database without the
 * key learns only whether two values are equal.
 */
public enum BlindIndex {
    DOCUMENT_NUMBER,
    PHONE,
    /** Of the beginnings of a name as it is written. */
    NAME,
    /** Of the beginnings of a name in Latin letters: its pinyin, its initials, or the name itself. */
    LATIN_NAME,
    /** Of a row of evidence and the digest of its file: equal files of two rows have different ones. */
    EVIDENCE_FILE;

    /** The index of a normalised value; null for null. */
    public byte[] of(String normalised) {
        return normalised == null
                ? null
                : of(Arc.container().instance(CryptoModule.class).get(), normalised);
    }

    /**
     * The first eight bytes, for an index with many entries for each record. Two texts may have the same, so the reader
     * compares the decrypted text too.
     */
    public long token(String normalised) {
        return token(Arc.container().instance(CryptoModule.class).get(), normalised);
    }

    long token(CryptoModule module, String normalised) {
        return ByteBuffer.wrap(of(module, normalised)).getLong();
    }

    byte[] of(CryptoModule module, String normalised) {
        return module.mac("index", (name() + '\0' + normalised).getBytes(StandardCharsets.UTF_8));
    }
}
