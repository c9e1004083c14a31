package io.redress.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.verification.ChainVerification;
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

    private final AgroalDataSource database;
    private final EntryMac proofs;
    private final ObjectMapper json;

    RecordProofs(AgroalDataSource database, CryptoModule module, ObjectMapper json) {
        this.database = database;
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
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ENTRIES)) {
            select.setArray(1, connection.createArrayOf("text", recordIds.toArray()));
            select.setString(2, recordType);
            var proven = new HashMap<String, ProvenRecord>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getString("record_id");
                    proven.put(id, with(row, proven.getOrDefault(id, ProvenRecord.NOTHING)));
                }
            }
            return proven;
        } catch (SQLException e) {
            throw new IllegalStateException("reading the audit trail failed", e);
        }
    }

    private ProvenRecord with(ResultSet row, ProvenRecord before) throws SQLException {
        var values = new HashMap<>(before.values());
        var isGenuine = isGenuine(row);
        if (isGenuine && row.getString("changes") != null) {
            read(row.getString("changes")).properties().stream()
                    .filter(field -> field.getValue().isArray())
                    .forEach(field ->
                            values.put(field.getKey(), text(field.getValue().get(AFTER))));
        }
        return new ProvenRecord(before.isGenuine() && isGenuine, values);
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
