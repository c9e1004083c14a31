package io.redress.common.event;

import java.util.Map;
import java.util.UUID;

/**
 * Something to be remembered that changes no record: somebody signed in, was refused, looked at an identity number or
 * took a list away. Whoever fires it in a transaction has it remembered with that transaction; outside one it is
 * remembered by itself.
 *
 * @param action a stable word in kebab-case, such as {@code signed-in}; everything else may be null
 * @param recordType the kind of record it was about, such as {@code Investor}
 * @param purpose the purpose that was stated, in the words of a list and never about a person
 * @param details what else is worth knowing; neither personal data nor anything secret
 */
public record AuditEvent(String action, String recordType, UUID recordId, String purpose, Map<String, Object> details)
        implements DomainEvent {}
