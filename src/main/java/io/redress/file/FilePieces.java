package io.redress.file;

import io.redress.privacy.CryptoModule;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The pieces of one encrypted file: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). Each piece is
 * encrypted for its number and for being the last one or not, and is bound to the file and its size. So a piece that is
 * changed, moved, repeated, missing or of another file is detected before its bytes are used, and so is a missing end.
 *
 * @param key of this file alone: with it a nonce of number and end is never used twice
 */
record FilePieces(CryptoModule module, String key, UUID file, long size) {

    static final int LENGTH = 64 * 1024;

    private static final int NONCE = 12;

    /** An empty file has one empty piece. */
    int count() {
        return Math.max(1, Math.toIntExact((size + LENGTH - 1) / LENGTH));
    }

    byte[] seal(int number, byte[] clear) {
        return module.encryptPiece(key, nonce(number), clear, boundTo());
    }

    /** @throws io.redress.privacy.TamperedWith when it is not this piece */
    byte[] open(int number, byte[] piece) {
        return module.decryptPiece(key, nonce(number), piece, boundTo());
    }

    private byte[] nonce(int number) {
        var isLast = number == count() - 1;
        return ByteBuffer.allocate(NONCE)
                .putInt(NONCE - Integer.BYTES - 1, number)
                .put(NONCE - 1, (byte) (isLast ? 1 : 0))
                .array();
    }

    private byte[] boundTo() {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putLong(size)
                .array();
    }
}
