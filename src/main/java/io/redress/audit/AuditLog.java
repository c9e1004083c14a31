package io.redress.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.audit.Acting.Act;
import io.redress.audit.chain.PendingEntries;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.log.AuditEntry.Circumstances;
import io.redress.audit.log.Effect;
import io.redress.audit.log.Outcome;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.id.Ids;
import io.redress.common.problem.DatabaseState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Collects the audit entries of a transaction and inserts them at its end, in the same transaction: entry and change
 * commit or roll back together. An entry outside a transaction gets one of its own.
 */
@ApplicationScoped
class AuditLog {

    private final TransactionSynchronizationRegistry transactions;
    private final Acting acting;
    private final AuditLogStore store;
    private final PendingEntries unsealed;
    private final ShownValues shown;
    private final DatabaseState database;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(
            TransactionSynchronizationRegistry transactions,
            Acting acting,
            AuditLogStore store,
            PendingEntries unsealed,
            ShownValues shown,
            DatabaseState database,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.acting = acting;
        this.store = store;
        this.unsealed = unsealed;
        this.shown = shown;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    record Record(String type, String id) {}

    /** The entries to insert at the end of the current transaction. */
    private final class Notes implements Synchronization {

        private final Act act = acting.now();
        private final PendingEntries.Since since = unsealed.now();
        private final Map<Record, RecordChange> changes = new LinkedHashMap<>();
        private final List<AuditEntry> entries = new ArrayList<>();
        private final List<UUID> written = new ArrayList<>();

        /** Hibernate's last flush may come before or after this call; {@link EntityListener} writes again after it. */
        @Override
        public void beforeCompletion() {
            write();
        }

        private void write() {
            changes.forEach((record, change) -> {
                var fields = change.fields(shown);
                if (!fields.isEmpty() || change.effect() != Effect.CHANGED) {
                    entries.add(entry(act, record, change.effect(), fields));
                }
            });
            changes.clear();
            if (!entries.isEmpty()) {
                store.insert(entries);
                entries.forEach(entry -> written.add(entry.id()));
                entries.clear();
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                unsealed.remember(written, since);
            }
        }
    }

    /** Returns the record's change in the current transaction, for the caller to fill in. */
    RecordChange change(Record record, Effect effect) {
        var change = notes().changes.computeIfAbsent(record, none -> new RecordChange(effect));
        change.become(effect);
        return change;
    }

    void audit(@Observes DomainEvent event) {
        if (event instanceof AuditEvent told) {
            acting.http().ifPresent(RefusalWatch::hasBeenRecorded);
            write(act -> entry(act, told));
        }
    }

    /** Adds an entry to the current transaction, or commits it in a new one when there is none. */
    void write(java.util.function.Function<Act, AuditEntry> entry) {
        if (transactions.getTransactionKey() == null) {
            QuarkusTransaction.requiringNew().run(() -> notes().entries.add(entry.apply(notes().act)));
        } else {
            notes().entries.add(entry.apply(notes().act));
        }
    }

    /** In a new transaction, for an actor whose request may have ended. */
    void writeByItself(AuditEntry entry) {
        QuarkusTransaction.requiringNew().run(() -> notes().entries.add(entry));
    }

    void completeOrRollBack() {
        var notes = (Notes) transactions.getResource(this);
        if (notes == null) {
            return;
        }
        try {
            notes.write();
        } catch (RuntimeException e) {
            transactions.setRollbackOnly();
            if (database.troubleBehind(e).isEmpty()) {
                throw e;
            }
            // DatabaseState logs a database failure once for all requests; Hibernate would log a stack trace for each.
        }
    }

    private Notes notes() {
        var notes = (Notes) transactions.getResource(this);
        if (notes == null) {
            notes = new Notes();
            transactions.putResource(this, notes);
            transactions.registerInterposedSynchronization(notes);
        }
        return notes;
    }

    private AuditEntry entry(Act act, Record record, Effect effect, Map<String, Object> fields) {
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                act.circumstances(),
                act.action(),
                Outcome.DONE,
                effect,
                record.type(),
                record.id(),
                null,
                text(fields),
                null);
    }

    private AuditEntry entry(Act act, AuditEvent event) {
        var id = event.recordId() == null ? null : event.recordId().toString();
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                byAccount(act.circumstances(), event),
                event.action(),
                event.action().endsWith("refused") ? Outcome.REFUSED : Outcome.DONE,
                null,
                EntityParts.typeNamed(event.recordType()),
                id,
                event.purpose(),
                null,
                text(event.details()));
    }

    /** A sign-in request starts anonymous, so the account is taken from the event. */
    private static Circumstances byAccount(Circumstances by, AuditEvent event) {
        return by.accountId() == null && event.action().equals("signed-in")
                ? new Circumstances(event.recordId(), by.actor(), by.address(), by.requestId())
                : by;
    }

    String text(Map<String, Object> values) {
        try {
            return values == null || values.isEmpty() ? null : json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot serialize the audit entry", e);
        }
    }
}
