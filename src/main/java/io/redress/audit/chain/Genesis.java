package io.redress.audit.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The keyed genesis of the chain: what the first seal is chained to. It is written once, by the migration that made its table,
 * so that a trail that was emptied cannot begin again: nobody without the key can write another beginning.
 *
 * @param database which database it is the beginning of
 * @param number the last seal at that time; 0 in a new database
 * @param mac the code of that seal; empty for 0
 * @param proof a code over all of it
 */
public record Genesis(UUID database, Instant begunAt, long number, byte[] mac, byte[] proof) {

    public static Optional<Genesis> read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select database, begun_at, number, mac, proof from audit_genesis");
                var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Genesis(
                            row.getObject(1, UUID.class),
                            row.getTimestamp(2).toInstant(),
                            row.getLong(3),
                            row.getBytes(4),
                            row.getBytes(5)))
                    : Optional.empty();
        }
    }

    /** Begins the chain of this database, be it new or one that has seals of before. */
    public static void begin(Connection connection, EntryMac proofs, Instant now) throws SQLException {
        var head = ChainHead.read(connection).orElseThrow();
        var begun = new Genesis(UUID.randomUUID(), now, head.number(), head.mac(), null);
        var proof = proofs.of(begun);
        try (var insert = connection.prepareStatement(
                "insert into audit_genesis (database, begun_at, number, mac, proof) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, begun.database());
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setLong(3, begun.number());
            insert.setBytes(4, begun.mac());
            insert.setBytes(5, proof);
            insert.executeUpdate();
        }
        if (head.number() == 0) {
            ChainHead.of(0, proof, proofs).write(connection);
        }
    }

    public boolean isGenuine(EntryMac proofs) {
        return Arrays.equals(proof, proofs.of(this));
    }

    /** What the seal with the number 1 is chained to: nothing in a trail that is older than its genesis. */
    public byte[] first() {
        return number == 0 ? proof : new byte[0];
    }
}
