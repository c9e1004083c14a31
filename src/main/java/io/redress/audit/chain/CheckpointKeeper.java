package io.redress.audit.chain;

import io.quarkus.runtime.StartupEvent;
import io.redress.audit.chain.Sealer.Sealed;
import io.redress.common.database.Sql;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Moves the checkpoints along with the chain. A checkpoint that the chain does not lead to stays as it is, as evidence. A
 * checkpoint that vanishes while the service runs is rewritten from memory, so that deleting it hides nothing. Both this
 * and a newly begun checkpoint are logged and audited.
 */
@ApplicationScoped
public class CheckpointKeeper {

    private static final Logger LOG = Logger.getLogger(CheckpointKeeper.class);

    private final Checkpoints checkpoints;
    private final Optional<Path> second;
    private final Sql sql;
    private final Event<DomainEvent> events;

    /** The head this instance last wrote to each checkpoint. */
    private final Map<Checkpoint, ChainHead> written = new HashMap<>();

    private final Set<Checkpoint> disputed = new HashSet<>();
    private final Set<Checkpoint> unreachable = new HashSet<>();

    public CheckpointKeeper(
            Checkpoints checkpoints,
            @ConfigProperty(name = "redress.audit.second-checkpoint") Optional<Path> second,
            Sql sql,
            Event<DomainEvent> events) {
        this.checkpoints = checkpoints;
        this.second = second;
        this.sql = sql;
        this.events = events;
    }

    @Produces
    @Singleton
    static Checkpoints configured(
            @ConfigProperty(name = "redress.audit.checkpoint") Path first,
            @ConfigProperty(name = "redress.audit.second-checkpoint") Optional<Path> second) {
        return Checkpoints.at(first, second);
    }

    void recommend(@Observes StartupEvent start) {
        if (second.isEmpty()) {
            LOG.info(
                    "the audit trail has one checkpoint, beside the data; redress.audit.second-checkpoint names a second place,"
                            + " best on another machine or a drive that is kept elsewhere");
        }
    }

    /** Reports a checkpoint that has vanished since it was written, and rewrites it. */
    synchronized void demandPresent() {
        for (var checkpoint : checkpoints.all()) {
            var last = written.get(checkpoint);
            if (last != null
                    && !unreachable.contains(checkpoint)
                    && checkpoint.read().isEmpty()) {
                LOG.errorf(
                        "the checkpoint %s of the audit trail has vanished; it is rewritten from memory", checkpoint);
                tell("audit-anchor-vanished", last);
                write(checkpoint, last);
            }
        }
    }

    public synchronized void move(Sealed sealed) {
        for (var checkpoint : checkpoints.all()) {
            move(checkpoint, sealed);
        }
    }

    private void move(Checkpoint checkpoint, Sealed sealed) {
        var kept = checkpoint.read().or(() -> Optional.ofNullable(written.get(checkpoint)));
        if (kept.isEmpty() && sealed.from().number() > 0) {
            LOG.errorf("the checkpoint %s of the audit trail is missing; a new one is written", checkpoint);
            tell("audit-anchor-begun-anew", sealed.to());
        }
        if (kept.isEmpty() || leadsTo(kept.get(), sealed.from())) {
            write(checkpoint, sealed.to());
            disputed.remove(checkpoint);
        } else if (disputed.add(checkpoint)) {
            LOG.errorf(
                    "the audit trail does not continue its checkpoint %s: the database was put back or the chain changed;"
                            + " verify it, see src/docs/operations.md",
                    checkpoint);
        }
    }

    /** An unreachable place, such as a drive that is not plugged in, gets the next head that can be written. */
    private void write(Checkpoint checkpoint, ChainHead head) {
        try {
            checkpoint.write(head);
            written.put(checkpoint, head);
            unreachable.remove(checkpoint);
        } catch (UncheckedIOException e) {
            if (unreachable.add(checkpoint)) {
                LOG.errorf("cannot write the checkpoint %s of the audit trail: %s", checkpoint, e.getMessage());
            }
        }
    }

    private boolean leadsTo(ChainHead kept, ChainHead from) {
        if (kept.isAt(from)) {
            return true;
        }
        return sql.first("select mac from audit_seal where number = ?", row -> row.getBytes(1), kept.number())
                .filter(mac -> Arrays.equals(mac, kept.mac()))
                .isPresent();
    }

    private void tell(String action, ChainHead head) {
        events.fire(new AuditEvent(action, null, null, null, Map.of("head", head.toString())));
    }
}
