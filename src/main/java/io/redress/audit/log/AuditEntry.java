package io.redress.audit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One audit entry: an action that was done or refused. It is written once and never changed.
 *
 * @param action a stable name: an operationId, a job's name, a command or an event's action
 * @param effect null where the action changed and exported nothing
 * @param changes field → {@code [before, after]} or {@code "changed"}, as JSON; null for none
 * @param details anything else known, as JSON; null for nothing
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
     * Who acted, and from where.
     *
     * @param accountId null for the program itself and for an anonymous caller
     * @param actor the account's name at the time, or the job's
     * @param requestId shared by all entries of one request or run
     */
    public record Circumstances(UUID accountId, String actor, String address, UUID requestId) {}
}
