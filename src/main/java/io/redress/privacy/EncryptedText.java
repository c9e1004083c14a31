package io.redress.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Stored form of an encrypted column: the key number in two bytes, so that each value can have its own, then the
 * ciphertext.
 */
final class EncryptedText {

    static final int PREFIX = Short.BYTES;

    private EncryptedText() {}

    static byte[] seal(CryptoModule module, int key, String text, EncryptedColumn cell) {
        var encrypted = module.encrypt(key, text.getBytes(StandardCharsets.UTF_8), cell.bytes());
        return ByteBuffer.allocate(PREFIX + encrypted.length)
                .put(prefix(key))
                .put(encrypted)
                .array();
    }

    static String open(CryptoModule module, byte[] kept, EncryptedColumn cell) {
        if (kept.length < PREFIX) {
            throw new TamperedWith(null);
        }
        var bytes = ByteBuffer.wrap(kept);
        var key = Short.toUnsignedInt(bytes.getShort());
        var encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return new String(module.decrypt(key, encrypted, cell.bytes()), StandardCharsets.UTF_8);
    }

    static byte[] prefix(int key) {
        return ByteBuffer.allocate(PREFIX).putShort((short) key).array();
    }
}
