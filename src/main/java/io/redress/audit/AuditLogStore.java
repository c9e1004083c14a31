package io.redress.audit;

import io.redress.audit.chain.EntryMac;
import io.redress.audit.log.AuditEntry;
import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.privacy.CryptoModule;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Inserts audit entries, all of a transaction in one statement, and queues them for sealing. */
@Singleton
@SqlWrites("nothing: it is the audit log")
class AuditLogStore {

    static final String INSERT = """
            with entry as (
                insert into audit_entry (%s, mac)
                select id, occurred_at::timestamptz, account_id, actor, address, request_id, action, outcome, effect,
                    record_type, record_id, purpose, changes::json, details::json, mac
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                    as given (id, occurred_at, account_id, actor, address, request_id, action, outcome, effect,
                        record_type, record_id, purpose, changes, details, mac)
                returning id, mac)
            insert into audit_pending (entry_id, mac) select id, mac from entry
            """.formatted(AuditEntry.COLUMNS);

    private final Sql sql;
    private final EntryMac proofs;

    AuditLogStore(Sql sql, CryptoModule module) {
        this.sql = sql;
        this.proofs = new EntryMac(module);
    }

    /** Joins the caller's transaction. */
    void insert(List<AuditEntry> entries) {
        sql.update(INSERT, insert -> bind(insert, insert.getConnection(), entries, proofs));
    }

    static void bind(PreparedStatement insert, Connection connection, List<AuditEntry> entries, EntryMac proofs)
            throws SQLException {
        var columns = new Columns(insert, connection, entries);
        columns.add("uuid", UUID[]::new, AuditEntry::id);
        columns.add("text", String[]::new, entry -> entry.occurredAt().toString());
        columns.add("uuid", UUID[]::new, entry -> entry.circumstances().accountId());
        columns.add("text", String[]::new, entry -> entry.circumstances().actor());
        columns.add("text", String[]::new, entry -> entry.circumstances().address());
        columns.add("uuid", UUID[]::new, entry -> entry.circumstances().requestId());
        columns.add("text", String[]::new, AuditEntry::action);
        columns.add("text", String[]::new, entry -> entry.outcome().name());
        columns.add(
                "text",
                String[]::new,
                entry -> entry.effect() == null ? null : entry.effect().name());
        columns.add("text", String[]::new, AuditEntry::recordType);
        columns.add("text", String[]::new, AuditEntry::recordId);
        columns.add("text", String[]::new, AuditEntry::purpose);
        columns.add("text", String[]::new, AuditEntry::changes);
        columns.add("text", String[]::new, AuditEntry::details);
        columns.add("bytea", byte[][]::new, proofs::of);
    }

    private static final class Columns {

        private final PreparedStatement insert;
        private final Connection connection;
        private final List<AuditEntry> entries;
        private int bound;

        Columns(PreparedStatement insert, Connection connection, List<AuditEntry> entries) {
            this.insert = insert;
            this.connection = connection;
            this.entries = entries;
        }

        <T> void add(String type, java.util.function.IntFunction<T[]> array, Function<AuditEntry, T> value)
                throws SQLException {
            insert.setArray(
                    ++bound,
                    connection.createArrayOf(type, entries.stream().map(value).toArray(array)));
        }
    }
}
