package io.redress.common.event;

import java.util.Map;
import java.util.UUID;

/**
 * Audit event that changes no record: a person signed in, was refused, looked at an identity number or downloaded a
 * list. If it is fired in a transaction, the audit log keeps it with that transaction; otherwise it is kept at once.
 *
 * @param action a stable word in kebab-case, such as {@code signed-in}; everything else may be null
 * @param recordType the kind of record, such as {@code Investor}
 * @param purpose the stated purpose, in the words of a list and never about a person
 * @param details further details; neither personal data nor secrets
 */
public record AuditEvent(String action, String recordType, UUID recordId, String purpose, Map<String, Object> details)
        implements DomainEvent {}
