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
 * Moves the anchors along with the chain. An anchor that the chain does not lead to stays as it is, as evidence. An
 * anchor that vanishes while the service runs is rewritten from memory, so that deleting it hides nothing. Both this
 * and a newly begun anchor are logged and audited.
 */
@ApplicationScoped
public class AnchorKeeper {

    private static final Logger LOG = Logger.getLogger(AnchorKeeper.class);

    private final Anchors anchors;
    private final Optional<Path> second;
    private final Sql sql;
    private final Event<DomainEvent> events;

    /** The head this instance last wrote to each anchor. */
    private final Map<Anchor, ChainHead> written = new HashMap<>();

    private final Set<Anchor> disputed = new HashSet<>();
    private final Set<Anchor> unreachable = new HashSet<>();

    public AnchorKeeper(
            Anchors anchors,
            @ConfigProperty(name = "redress.audit.second-checkpoint") Optional<Path> second,
            Sql sql,
            Event<DomainEvent> events) {
        this.anchors = anchors;
        this.second = second;
        this.sql = sql;
        this.events = events;
    }

    @Produces
    @Singleton
    static Anchors configured(
            @ConfigProperty(name = "redress.audit.checkpoint") Path first,
            @ConfigProperty(name = "redress.audit.second-checkpoint") Optional<Path> second) {
        return Anchors.at(first, second);
    }

    void recommend(@Observes StartupEvent start) {
        if (second.isEmpty()) {
            LOG.info(
                    "the audit trail has one anchor, beside the data; redress.audit.second-checkpoint names a second place,"
                            + " best on another machine or a drive that is kept elsewhere");
        }
    }

    /** Reports an anchor that has vanished since it was written, and rewrites it. */
    synchronized void demandPresent() {
        for (var anchor : anchors.all()) {
            var last = written.get(anchor);
            if (last != null && !unreachable.contains(anchor) && anchor.read().isEmpty()) {
                LOG.errorf("the anchor %s of the audit trail has vanished; it is rewritten from memory", anchor);
                tell("audit-anchor-vanished", last);
                write(anchor, last);
            }
        }
    }

    public synchronized void move(Sealed sealed) {
        for (var anchor : anchors.all()) {
            move(anchor, sealed);
        }
    }

    private void move(Anchor anchor, Sealed sealed) {
        var kept = anchor.read().or(() -> Optional.ofNullable(written.get(anchor)));
        if (kept.isEmpty() && sealed.from().number() > 0) {
            LOG.errorf("the anchor %s of the audit trail is missing; a new one is written", anchor);
            tell("audit-anchor-begun-anew", sealed.to());
        }
        if (kept.isEmpty() || leadsTo(kept.get(), sealed.from())) {
            write(anchor, sealed.to());
            disputed.remove(anchor);
        } else if (disputed.add(anchor)) {
            LOG.errorf(
                    "the audit trail does not continue its anchor %s: the database was put back or the chain changed;"
                            + " verify it, see src/docs/operations.md",
                    anchor);
        }
    }

    /** An unreachable place, such as a drive that is not plugged in, gets the next head that can be written. */
    private void write(Anchor anchor, ChainHead head) {
        try {
            anchor.write(head);
            written.put(anchor, head);
            unreachable.remove(anchor);
        } catch (UncheckedIOException e) {
            if (unreachable.add(anchor)) {
                LOG.errorf("cannot write the anchor %s of the audit trail: %s", anchor, e.getMessage());
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
