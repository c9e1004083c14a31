package io.redress.audit.chain;

import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.privacy.CryptoModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals committed entries into the chain, many per link. Entries wait in a queue, not behind a sequence number, because
 * transactions do not commit in the order in which they begin. Only one instance seals at a time.
 */
@ApplicationScoped
@SqlWrites("nothing: it is the audit log")
public class Sealer {

    public static final int LARGEST = 1000;

    private static final String HOLD_HEAD = "select number, mac, proof from audit_head for update skip locked";

    private static final String TAKE = """
            with taken as (
                delete from audit_pending where ctid = any(array(select ctid from audit_pending limit ?))
                returning entry_id, mac)
            select entry_id, mac from taken order by entry_id
            """;

    private final Sql sql;
    private final EntryMac proofs;
    private final Clock clock;

    public Sealer(Sql sql, CryptoModule module, Clock clock) {
        this.sql = sql;
        this.proofs = new EntryMac(module);
        this.clock = clock;
    }

    /** A head with a wrong proof: nothing is sealed after it. */
    static final class TamperedHead extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        TamperedHead() {
            super("the head of the audit trail was tampered with; nothing is sealed after it");
        }
    }

    /** The result of sealing: the heads before and after, and the entries in between. */
    public record Sealed(ChainHead from, ChainHead to, List<UUID> entries) {

        /** A full seal: more entries may be waiting. Those that arrive meanwhile can wait until the next second. */
        public boolean isFull() {
            return entries.size() == LARGEST;
        }
    }

    /** Empty when nothing waits or another instance is sealing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Sealed> sealNext() {
        return sql.withConnection(connection -> sealNext(connection, proofs, clock.instant()));
    }

    /** Joins the connection's transaction. */
    public static Optional<Sealed> sealNext(Connection connection, EntryMac proofs, Instant now) throws SQLException {
        var held = hold(connection);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        var head = held.get();
        if (!head.isGenuine(proofs)) {
            throw new TamperedHead();
        }
        var entries = new ArrayList<UUID>();
        var macs = new ArrayList<byte[]>();
        take(connection, entries, macs);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var seal = new Seal(head.number() + 1, now, entries);
        var mac = proofs.of(seal, head.mac(), macs);
        var next = ChainHead.of(seal.number(), mac, proofs);
        insert(connection, seal, mac);
        next.write(connection);
        return Optional.of(new Sealed(head, next, entries));
    }

    private static Optional<ChainHead> hold(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(HOLD_HEAD);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(ChainHead.of(row)) : Optional.empty();
        }
    }

    private static void take(Connection connection, List<UUID> entries, List<byte[]> macs) throws SQLException {
        try (var delete = connection.prepareStatement(TAKE)) {
            delete.setInt(1, LARGEST);
            try (var row = delete.executeQuery()) {
                while (row.next()) {
                    entries.add(row.getObject(1, UUID.class));
                    macs.add(row.getBytes(2));
                }
            }
        }
    }

    private static void insert(Connection connection, Seal seal, byte[] mac) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into audit_seal (number, sealed_at, entries, mac) values (?, ?, ?, ?)")) {
            insert.setLong(1, seal.number());
            insert.setTimestamp(2, Timestamp.from(seal.sealedAt()));
            insert.setArray(3, connection.createArrayOf("uuid", seal.entries().toArray()));
            insert.setBytes(4, mac);
            insert.executeUpdate();
        }
    }
}
