package io.redress.registration.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.database.Pace;
import io.redress.common.database.UncheckedSqlException;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.metrics.DatabaseGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Encrypts the files of evidence from before the encryption of files (V039), while the service runs: one file per
 * transaction, and on one instance only. After a failure or a restart it goes on where it was.
 */
@ApplicationScoped
class EncryptEvidenceJob {

    private static final Logger LOG = Logger.getLogger(EncryptEvidenceJob.class);
    private static final String NAME = "encrypt-evidence";

    private final ClearEvidence evidence;
    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final AtomicLong left = new AtomicLong();
    private volatile boolean isStopping;
    private boolean isInTrail;

    EncryptEvidenceJob(ClearEvidence evidence, AdvisoryLocks locks, Event<DomainEvent> events) {
        this.evidence = evidence;
        this.locks = locks;
        this.events = events;
    }

    void register(@Observes StartupEvent start, DatabaseGauges gauges) {
        gauges.add("redress.evidence.in.clear", "Evidence whose file this instance still has to encrypt", left::get);
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            if (evidence.isAccepted()) {
                encryptUnlessAnotherDoes();
            }
        } catch (UncheckedSqlException | IllegalStateException e) {
            LOG.warnf("encrypting evidence stopped and goes on in a minute: %s", e.getMessage());
        } catch (InterruptedException e) {
            LOG.info("encrypting evidence is interrupted and goes on at the next start");
        }
    }

    /** Returns false when another instance does. */
    boolean encryptUnlessAnotherDoes() throws InterruptedException {
        try (var lock = locks.tryLock(NAME)) {
            if (lock.isHeld()) {
                encrypt();
            }
            return lock.isHeld();
        }
    }

    private void encrypt() throws InterruptedException {
        var rows = evidence.count();
        left.set(rows);
        if (!isInTrail) {
            tell("begun");
            isInTrail = true;
        }
        LOG.infof("encrypting the files of evidence: %d", rows);
        var pace = new Pace();
        for (var done = 1; done > 0; ) {
            done = isStopping ? 0 : evidence.encryptNext();
            left.addAndGet(-done);
            if (pace.isTimeToTell()) {
                LOG.infof("encrypting the files of evidence: %d of %d left", left.get(), rows);
            }
            pace.rest();
        }
        if (!isStopping && evidence.end()) {
            left.set(0);
            tell("ended");
            LOG.info("the files of evidence are encrypted; the next start erases what is left of them on the pages of"
                    + " the tables");
        }
    }

    private void tell(String step) {
        events.fire(new AuditEvent(NAME, null, null, null, Map.of("step", step)));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        isStopping = true;
    }
}
