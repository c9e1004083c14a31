package io.redress.privacy;

import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A column of a row that is kept encrypted, and the way into it. The ciphertext is bound to table, row and column: copied to
 * another place it cannot be opened there. Entities hold the bytes and ask their cells.
 *
 * @param row the row's key, as text; of several columns joined by {@code /}
 */
public record EncryptedColumn(String table, String row, String column) {

    public static EncryptedColumn of(String table, UUID row, String column) {
        return new EncryptedColumn(table, row.toString(), column);
    }

    /** What to keep for this text; null for null. */
    public byte[] seal(String text) {
        return text == null ? null : sealing().seal(text, this);
    }

    /** The same as is kept already when it says the same, so that a row is not written for nothing. */
    public byte[] seal(String text, byte[] kept) {
        return text != null && kept != null && text.equals(open(kept)) ? kept : seal(text);
    }

    /**
     * What the kept bytes say; null for null.
     *
     * @throws TamperedWith when they are not what was written here
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
