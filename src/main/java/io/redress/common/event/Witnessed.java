package io.redress.common.event;

import java.util.Map;
import java.util.UUID;

/** Something done that changes no record: a sign-in, a look behind the mask, an export; the audit trail observes it. */
public record Witnessed(String action, String recordType, UUID recordId, String purpose, Map<String, Object> details)
        implements DomainEvent {}
