package io.redress.audit.verification;

import io.redress.audit.chain.Checkpoints;
import io.redress.audit.chain.EntryMac;
import io.redress.common.database.Sql;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.privacy.CryptoModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Verifies the trail on request, one verification at a time, and audits that it did. */
@ApplicationScoped
public class AuditVerifier {

    private static final Logger LOG = Logger.getLogger(AuditVerifier.class);

    private final Sql sql;
    private final EntryMac proofs;
    private final Checkpoints checkpoints;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final AtomicBoolean isBusy = new AtomicBoolean();

    AuditVerifier(Sql sql, CryptoModule module, Checkpoints checkpoints, Event<DomainEvent> events, Clock clock) {
        this.sql = sql;
        this.proofs = new EntryMac(module);
        this.checkpoints = checkpoints;
        this.events = events;
        this.clock = clock;
    }

    AuditVerificationView verify() {
        if (!isBusy.compareAndSet(false, true)) {
            throw Problem.of(409, "audit-being-verified");
        }
        try {
            var result = walk();
            if (!result.isIntact()) {
                LOG.errorf("the audit trail was tampered with: %s", result.fault());
            }
            events.fire(new AuditEvent(
                    "audit-verified",
                    null,
                    null,
                    null,
                    Map.of("intact", result.isIntact(), "head", result.head().toString())));
            return AuditVerificationView.of(result, clock.instant());
        } finally {
            isBusy.set(false);
        }
    }

    /** Outside any transaction, because it may take longer than the transaction timeout. */
    private ChainVerification.Result walk() {
        var anchored = checkpoints.read();
        return sql.withConnection(connection -> ChainVerification.of(connection, proofs, anchored, null));
    }
}
