package io.redress.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.common.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Queries the audit trail, latest first, with keyset pagination. */
@ApplicationScoped
public class AuditEntries {

    private final Sql sql;
    private final ObjectMapper json;

    AuditEntries(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A keyset position in the list. */
    record Position(Instant occurredAt, UUID id) {

        /** Parses the form of {@link #toString}; rejects years that the database does not know. */
        static Position of(String text) {
            var parts = text.split(" ");
            var occurredAt = Instant.parse(parts[0]);
            if (!parts[0].startsWith("1") && !parts[0].startsWith("2")) {
                throw new IllegalArgumentException("not a timestamp of the audit trail");
            }
            return new Position(occurredAt, UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return occurredAt + " " + id;
        }
    }

    private static final class Conditions {

        private final List<String> sql = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object value) {
            if (value != null) {
                sql.add(condition);
                values.add(value);
            }
        }

        void add(String condition, Enum<?> value) {
            add(condition, value == null ? null : (Object) value.name());
        }
    }

    @Transactional
    List<AuditEntryView> list(AuditQuery query, Position before, int limit) {
        var conditions = conditions(query, before);
        var select = "select e.*, coalesce(e.actor, a.name) as known_as from audit_entry e left join account a"
                + " on a.id = e.account_id where " + String.join(" and ", conditions.sql)
                + " order by e.occurred_at desc, e.id desc limit " + limit;
        return sql.list(select, this::view, conditions.values.toArray());
    }

    private static Conditions conditions(AuditQuery query, Position before) {
        var conditions = new Conditions();
        conditions.add("e.occurred_at >= ?", query.begin());
        conditions.add("e.occurred_at < ?", query.end());
        conditions.add("e.account_id = ?", query.account);
        conditions.add("e.action = ?", query.action);
        conditions.add("e.outcome = ?", query.outcome);
        conditions.add("e.effect = ?", query.effect);
        conditions.add("e.record_type = ?", query.recordType);
        conditions.add("e.record_id = ?", query.recordId);
        if (before != null) {
            conditions.add("(e.occurred_at, e.id) < (?, ?)", before.occurredAt());
            conditions.values.add(before.id());
        }
        return conditions;
    }

    private AuditEntryView view(ResultSet row) throws SQLException {
        var entry = AuditEntry.of(row);
        var by = entry.circumstances();
        return new AuditEntryView(
                entry.id(),
                entry.occurredAt(),
                by.accountId(),
                row.getString("known_as"),
                by.address(),
                entry.action(),
                entry.outcome(),
                entry.effect(),
                entry.recordType(),
                entry.recordId(),
                entry.purpose(),
                read(entry.changes()).properties().stream()
                        .map(field -> AuditChangeView.of(field.getKey(), field.getValue()))
                        .toList(),
                details(entry),
                by.requestId());
    }

    private Map<String, String> details(AuditEntry entry) {
        var details = new LinkedHashMap<String, String>();
        read(entry.details())
                .properties()
                .forEach(detail -> details.put(
                        detail.getKey(),
                        detail.getValue().isValueNode()
                                ? detail.getValue().asText()
                                : detail.getValue().toString()));
        return details;
    }

    private JsonNode read(String text) {
        try {
            return text == null ? json.createObjectNode() : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot parse the audit entry", e);
        }
    }
}
