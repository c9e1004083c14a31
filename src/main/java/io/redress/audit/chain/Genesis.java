package io.redress.audit.chain;

import io.redress.common.record.SqlWrites;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The keyed genesis of the chain, to which the first seal is chained. The migration that creates its table writes it,
 * once. An emptied trail therefore cannot begin again: nobody without the key can write another genesis.
 *
 * @param database random id of the database
 * @param number the last seal at that time; 0 in a new database
 * @param mac the MAC of that seal; empty for 0
 * @param proof a MAC over all of it
 */
@SqlWrites("nothing: it is the audit log")
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

    /** Begins the chain of this database, which may already have seals. */
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

    /** The MAC to which seal 1 is chained; empty in a trail older than its genesis. */
    public byte[] first() {
        return number == 0 ? proof : new byte[0];
    }
}
