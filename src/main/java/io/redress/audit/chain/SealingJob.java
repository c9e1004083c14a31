package io.redress.audit.chain;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.redress.audit.chain.Sealer.Sealed;
import io.redress.audit.log.AuditEntry;
import io.redress.common.database.Sql;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Seals every second, moves the checkpoints along, and reports entries that vanished before sealing and vanished checkpoints.
 */
@ApplicationScoped
public class SealingJob {

    /** The action by which verification recognises a report of a vanished entry. */
    public static final String VANISHED = "audit-entry-vanished";

    private static final String ENTRY = "entry";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Logger LOG = Logger.getLogger(SealingJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TOLD_EVERY = Duration.ofHours(1);

    private final Sealer sealer;
    private final PendingEntries unsealed;
    private final Sql sql;
    private final Event<DomainEvent> events;
    private final CheckpointKeeper checkpoints;
    private long toldAt = System.nanoTime() - TOLD_EVERY.toNanos();
    private boolean isTampered;

    SealingJob(
            Sealer sealer, PendingEntries unsealed, Sql sql, Event<DomainEvent> events, CheckpointKeeper checkpoints) {
        this.sealer = sealer;
        this.unsealed = unsealed;
        this.sql = sql;
        this.events = events;
        this.checkpoints = checkpoints;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        checkpoints.demandPresent();
        seal();
        lookAtHead();
        miss(PATIENCE);
    }

    private void lookAtHead() {
        sql.withConnection(ChainHead::read).ifPresent(unsealed::seen);
    }

    /** Seals the last entries before the shutdown, so that they need not wait until the next start. */
    void stop(@Observes ShutdownEvent shutdown) {
        try {
            seal();
        } catch (RuntimeException e) {
            LOG.warnf("the last entries of the audit trail are sealed at the next start: %s", e);
        }
    }

    public synchronized void seal() {
        try {
            var sealed = sealer.sealNext();
            sealed.ifPresent(this::follow);
            while (sealed.filter(Sealed::isFull).isPresent()) {
                sealed = sealer.sealNext();
                sealed.ifPresent(this::follow);
            }
            isTampered = false;
        } catch (Sealer.TamperedHead e) {
            if (!isTampered) {
                isTampered = true;
                LOG.errorf("%s; verify it, see src/docs/operations.md", e.getMessage());
            }
        }
    }

    private void follow(Sealed sealed) {
        unsealed.sealed(sealed.entries());
        checkpoints.move(sealed);
        tell(sealed.to());
    }

    /** The log line is one more checkpoint where logs are kept on another machine. */
    private void tell(ChainHead head) {
        if (System.nanoTime() - toldAt >= TOLD_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            LOG.infof("audit trail sealed up to %s", head);
        }
    }

    /** @param olderThan longer than sealing takes */
    public void miss(Duration olderThan) {
        for (var id : vanished(olderThan)) {
            LOG.errorf("entry %s of the audit trail was committed and has vanished before it was sealed", id);
            events.fire(new AuditEvent(VANISHED, null, null, null, Map.of(ENTRY, id.toString())));
        }
    }

    private Iterable<UUID> vanished(Duration olderThan) {
        return sql.withConnection(connection -> unsealed.vanished(connection, olderThan));
    }

    /** The id of the entry that this report says has vanished. */
    public static UUID vanishedIn(AuditEntry entry) {
        var id = ID.matcher(entry.details());
        return id.find() ? UUID.fromString(id.group()) : null;
    }
}
