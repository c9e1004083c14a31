package io.redress.audit.verification;

import io.redress.audit.chain.Seal;
import io.redress.audit.chain.Sealer;
import io.redress.audit.log.AuditEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the stored chain in batches; {@link ChainVerification} checks it. */
public final class ChainReader {

    private static final int SEALS_AT_A_TIME = 5;

    private static final String SEALS =
            "select number, sealed_at, entries, mac from audit_seal where number > ? order by number limit ?";

    private static final String ENTRIES = "select " + AuditEntry.COLUMNS + ", mac from audit_entry where id = any(?)";

    private static final String IN_CHAIN =
            "(select unnest(entries) as id from audit_seal union all select entry_id from audit_pending) chain";

    private static final String TWICE =
            "select id from " + IN_CHAIN + " group by id having count(*) > 1 order by id limit 1";

    /** A join would, without statistics, scan the chain for every entry. */
    private static final String NOWHERE = "select id from (select id from audit_entry except select id from " + IN_CHAIN
            + ") missing order by id limit 1";

    private static final String PENDING = "select p.entry_id, p.mac as put_up, e.*"
            + " from audit_pending p left join audit_entry e on e.id = p.entry_id order by p.entry_id";

    private final Connection connection;

    ChainReader(Connection connection) {
        this.connection = connection;
    }

    /** A seal and its stored MAC. */
    record Link(Seal seal, byte[] mac) {}

    /** An entry and its stored MAC. */
    record Kept(AuditEntry entry, byte[] mac) {}

    /**
     * An entry that waits to be sealed.
     *
     * @param putUp the MAC in the queue
     * @param kept null when the entry is gone
     */
    record Waiting(UUID id, byte[] putUp, Kept kept) {}

    /** A cursor over waiting entries. */
    static final class Queue implements AutoCloseable {

        private final PreparedStatement select;
        private final ResultSet row;

        private Queue(PreparedStatement select) throws SQLException {
            this.select = select;
            select.setFetchSize(Sealer.LARGEST);
            row = select.executeQuery();
        }

        boolean next() throws SQLException {
            return row.next();
        }

        Waiting get() throws SQLException {
            var kept = row.getObject("id") == null ? null : new Kept(AuditEntry.of(row), row.getBytes("mac"));
            return new Waiting(row.getObject("entry_id", UUID.class), row.getBytes("put_up"), kept);
        }

        @Override
        public void close() throws SQLException {
            select.close();
        }
    }

    Queue pending() throws SQLException {
        return new Queue(connection.prepareStatement(PENDING));
    }

    Optional<UUID> sealedTwice() throws SQLException {
        return first(TWICE);
    }

    Optional<UUID> inNoSeal() throws SQLException {
        return first(NOWHERE);
    }

    /** An installation with accounts is in use, so it has had entries to seal. */
    boolean hasAccounts() throws SQLException {
        try (var select = connection.prepareStatement("select exists (select from account)");
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private Optional<UUID> first(String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** The next few seals, in order. */
    List<Link> linksAfter(long number) throws SQLException {
        try (var select = connection.prepareStatement(SEALS)) {
            select.setLong(1, number);
            select.setInt(2, SEALS_AT_A_TIME);
            var links = new ArrayList<Link>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    links.add(new Link(Seal.of(row), row.getBytes("mac")));
                }
            }
            return links;
        }
    }

    /** The entries that exist, by id. */
    Map<UUID, Kept> entriesOf(List<UUID> ids) throws SQLException {
        try (var select = connection.prepareStatement(ENTRIES)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var kept = new HashMap<UUID, Kept>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var entry = AuditEntry.of(row);
                    kept.put(entry.id(), new Kept(entry, row.getBytes("mac")));
                }
            }
            return kept;
        }
    }
}
