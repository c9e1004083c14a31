package io.redress.audit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that somebody did, or was refused. Written once, and never changed.
 *
 * @param action a stable word: the operationId of the interface, or one of an event's own
 * @param effect null where no record was touched
 * @param changes field → {@code [before, after]} or {@code "changed"}, as JSON; null for none
 * @param details what else is known, as JSON; null for nothing
 */
public record AuditEntry(
        UUID id,
        Instant occurredAt,
        Circumstances circumstances,
        String action,
        Outcome outcome,
        Effect effect,
        String recordType,
        String recordId,
        String purpose,
        String changes,
        String details) {

    public static final String COLUMNS =
            "id, occurred_at, account_id, actor, address, request_id, action, outcome, effect,"
                    + " record_type, record_id, purpose, changes, details";

    public static AuditEntry of(ResultSet row) throws SQLException {
        var effect = row.getString("effect");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                new Circumstances(
                        row.getObject("account_id", UUID.class),
                        row.getString("actor"),
                        row.getString("address"),
                        row.getObject("request_id", UUID.class)),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                effect == null ? null : Effect.valueOf(effect),
                row.getString("record_type"),
                row.getString("record_id"),
                row.getString("purpose"),
                row.getString("changes"),
                row.getString("details"));
    }

    /**
     * Who acted, from where.
     *
     * @param accountId null for the program itself, and for whoever has not signed in
     * @param actor the account's name at the time, or the job's
     * @param requestId of one request or run, common to its entries
     */
    public record Circumstances(UUID accountId, String actor, String address, UUID requestId) {}
}
