package io.redress.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.verification.ChainVerification;
import io.redress.common.database.Sql;
import io.redress.privacy.CryptoModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Tamper evidence for single records: the last value of each field according to the audit trail. An attacker with write
 * access to the database can change a record or delete entries. He cannot forge an entry, since the MAC key is not in
 * the database. Only {@link ChainVerification}, which walks the whole chain, finds missing entries.
 */
@ApplicationScoped
public class RecordProofs {

    /** Ordered by id: UUIDv7 (RFC 9562) grows with time, also where a demonstration shifts the clock. */
    private static final String ENTRIES = "select " + AuditEntry.COLUMNS + ", mac from audit_entry"
            + " where record_id = any(?) and record_type = ? and effect is not null order by id";

    private static final int AFTER = 1;

    private final Sql sql;
    private final EntryMac proofs;
    private final ObjectMapper json;

    RecordProofs(Sql sql, CryptoModule module, ObjectMapper json) {
        this.sql = sql;
        this.proofs = new EntryMac(module);
        this.json = json;
    }

    /**
     * Reads the evidence about some records of one type.
     *
     * @param recordType as the trail names it, such as {@code bulletin}
     * @return by record id; without records that have no entries
     */
    public Map<String, ProvenRecord> of(String recordType, Collection<String> recordIds) {
        var proven = new HashMap<String, ProvenRecord>();
        var entries = sql.list(ENTRIES, this::entry, select -> {
            select.setArray(1, select.getConnection().createArrayOf("text", recordIds.toArray()));
            select.setString(2, recordType);
        });
        for (var entry : entries) {
            proven.put(entry.recordId, with(entry, proven.getOrDefault(entry.recordId, ProvenRecord.NOTHING)));
        }
        return proven;
    }

    private record Entry(String recordId, boolean isGenuine, String changes) {}

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getString("record_id"), isGenuine(row), row.getString("changes"));
    }

    private ProvenRecord with(Entry entry, ProvenRecord before) {
        var values = new HashMap<>(before.values());
        if (entry.isGenuine && entry.changes != null) {
            read(entry.changes).properties().stream()
                    .filter(field -> field.getValue().isArray())
                    .forEach(field ->
                            values.put(field.getKey(), text(field.getValue().get(AFTER))));
        }
        return new ProvenRecord(before.isGenuine() && entry.isGenuine, values);
    }

    private boolean isGenuine(ResultSet row) throws SQLException {
        try {
            return Arrays.equals(row.getBytes("mac"), proofs.of(AuditEntry.of(row)));
        } catch (IllegalArgumentException e) {
            // an outcome or effect that was never written
            return false;
        }
    }

    private JsonNode read(String changes) {
        try {
            return json.readTree(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot parse the audit entry", e);
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }
}
