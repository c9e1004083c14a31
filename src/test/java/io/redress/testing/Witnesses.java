package io.redress.testing;

import io.redress.common.event.AuditEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects the audit events of committed transactions. */
@Singleton
public class Witnesses {

    private final List<AuditEvent> seen = new CopyOnWriteArrayList<>();

    void observe(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEvent event) {
        seen.add(event);
    }

    /** The actions of the events about a record, in order. */
    public List<String> of(UUID recordId) {
        return eventsOf(recordId).stream().map(AuditEvent::action).toList();
    }

    public List<AuditEvent> eventsOf(UUID recordId) {
        return seen.stream().filter(event -> recordId.equals(event.recordId())).toList();
    }

    /** All events, as text. */
    public String all() {
        return seen.toString();
    }
}
