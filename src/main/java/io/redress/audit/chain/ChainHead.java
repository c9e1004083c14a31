package io.redress.audit.chain;

import io.redress.common.record.SqlWrites;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The head of the chain: the last seal's number and MAC.
 *
 * @param number 0 before the first seal; the MAC is then the proof of the {@link Genesis}
 * @param proof a MAC over both
 */
@SqlWrites("nothing: it is the audit log")
public record ChainHead(long number, byte[] mac, byte[] proof) {

    public static ChainHead of(long number, byte[] mac, EntryMac proofs) {
        return new ChainHead(number, mac, proofs.ofHead(number, mac));
    }

    public static ChainHead of(ResultSet row) throws SQLException {
        return new ChainHead(row.getLong("number"), row.getBytes("mac"), row.getBytes("proof"));
    }

    public static Optional<ChainHead> read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select number, mac, proof from audit_head");
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(of(row)) : Optional.empty();
        }
    }

    /**
     * Parses the form of {@link #toString}; null for null.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ChainHead noted(String text) {
        if (text == null) {
            return null;
        }
        var parts = text.strip().split(" ");
        return new ChainHead(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[parts.length - 1]), new byte[0]);
    }

    /** Into the table's only row. */
    public void write(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update audit_head set number = ?, mac = ?, proof = ?")) {
            update.setLong(1, number);
            update.setBytes(2, mac);
            update.setBytes(3, proof);
            update.executeUpdate();
        }
    }

    public boolean isGenuine(EntryMac proofs) {
        return Arrays.equals(proof, proofs.ofHead(number, mac));
    }

    public boolean isAt(ChainHead other) {
        return number == other.number && Arrays.equals(mac, other.mac);
    }

    /** The MAC in hexadecimal. */
    public String code() {
        return HexFormat.of().formatHex(mac);
    }

    @Override
    public String toString() {
        return number + " " + code();
    }
}
