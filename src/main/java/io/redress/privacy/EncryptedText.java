package io.redress.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Stored form of an encrypted column: the key number in two bytes, so that each value can have its own, then the
 * ciphertext. Number 0 means that the text follows as it is: it is older than the encryption of its column (V038), and
 * is accepted only until {@link RotateKeys} has encrypted all of them.
 */
final class EncryptedText {

    static final int PREFIX = Short.BYTES;

    /** Key number of text that is not encrypted yet. */
    static final int CLEAR = 0;

    private EncryptedText() {}

    static byte[] seal(CryptoModule module, int key, String text, EncryptedColumn cell) {
        var encrypted = module.encrypt(key, text.getBytes(StandardCharsets.UTF_8), cell.bytes());
        return ByteBuffer.allocate(PREFIX + encrypted.length)
                .put(prefix(key))
                .put(encrypted)
                .array();
    }

    /** @throws TamperedWith also for clear text */
    static String open(CryptoModule module, byte[] kept, EncryptedColumn cell) {
        return open(module, kept, cell, () -> false);
    }

    /** @param acceptsClear asked only when the value is clear text */
    static String open(CryptoModule module, byte[] kept, EncryptedColumn cell, BooleanSupplier acceptsClear) {
        if (kept.length < PREFIX) {
            throw new TamperedWith(null);
        }
        var bytes = ByteBuffer.wrap(kept);
        var key = Short.toUnsignedInt(bytes.getShort());
        var encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        if (key != CLEAR) {
            return new String(module.decrypt(key, encrypted, cell.bytes()), StandardCharsets.UTF_8);
        }
        if (!acceptsClear.getAsBoolean()) {
            throw new TamperedWith(null);
        }
        return new String(encrypted, StandardCharsets.UTF_8);
    }

    static byte[] prefix(int key) {
        return ByteBuffer.allocate(PREFIX).putShort((short) key).array();
    }
}
