package io.redress.privacy;

import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Column-level encryption of one cell. The ciphertext is bound to table, row and column (AEAD): a copy in another cell
 * cannot be decrypted. Entities hold the bytes and use this class to read and write them.
 *
 * @param row the row's key as text; several columns joined by {@code /}
 */
public record EncryptedColumn(String table, String row, String column) {

    public static EncryptedColumn of(String table, UUID row, String column) {
        return new EncryptedColumn(table, row.toString(), column);
    }

    /** Encrypts the text; null for null. */
    public byte[] seal(String text) {
        return text == null ? null : sealing().seal(text, this);
    }

    /** Returns the stored ciphertext when its text is unchanged, so that an unchanged row is not written. */
    public byte[] seal(String text, byte[] kept) {
        return text != null && kept != null && text.equals(open(kept)) ? kept : seal(text);
    }

    /**
     * Decrypts; null for null.
     *
     * @throws TamperedWith when the bytes are not what was written to this cell
     */
    public String open(byte[] kept) {
        return kept == null ? null : sealing().open(kept, this);
    }

    private static ColumnCipher sealing() {
        return Arc.container().instance(ColumnCipher.class).get();
    }

    byte[] bytes() {
        return (table + '\0' + row + '\0' + column).getBytes(StandardCharsets.UTF_8);
    }
}
