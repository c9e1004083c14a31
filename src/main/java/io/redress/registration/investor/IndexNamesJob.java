package io.redress.registration.investor;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes the tokens of names from before the tokens (V040), while the service runs, and on one instance only. After a
 * failure or a restart it goes on where it was.
 */
@ApplicationScoped
class IndexNamesJob {

    private static final Logger LOG = Logger.getLogger(IndexNamesJob.class);
    private static final String NAME = "index-names";

    private final UnindexedNames names;
    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final int batch;
    private final AtomicLong left = new AtomicLong();
    private volatile boolean isStopping;
    private boolean isInTrail;

    IndexNamesJob(
            UnindexedNames names,
            AdvisoryLocks locks,
            Event<DomainEvent> events,
            @ConfigProperty(name = "redress.keys.batch-size") int batch) {
        this.names = names;
        this.locks = locks;
        this.events = events;
        this.batch = batch;
    }

    void register(@Observes StartupEvent start, DatabaseGauges gauges) {
        gauges.add("redress.names.unindexed", "Names that this instance still has to index", left::get);
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            if (names.isAny()) {
                indexUnlessAnotherDoes();
            }
        } catch (UncheckedSqlException | IllegalStateException e) {
            LOG.warnf("indexing names stopped and goes on in a minute: %s", e.getMessage());
        } catch (InterruptedException e) {
            LOG.info("indexing names is interrupted and goes on at the next start");
        }
    }

    /** Returns false when another instance does. */
    boolean indexUnlessAnotherDoes() throws InterruptedException {
        try (var lock = locks.tryLock(NAME)) {
            if (lock.isHeld()) {
                index();
            }
            return lock.isHeld();
        }
    }

    private void index() throws InterruptedException {
        var all = names.count();
        left.set(all);
        if (!isInTrail) {
            tell("begun");
            isInTrail = true;
        }
        LOG.infof("indexing names: %d", all);
        var pace = new Pace();
        for (var done = 1; done > 0; ) {
            done = isStopping ? 0 : names.indexNext(batch);
            left.addAndGet(-done);
            if (pace.isTimeToTell()) {
                LOG.infof("indexing names: %d of %d left", left.get(), all);
            }
            pace.rest();
        }
        if (!names.isAny()) {
            left.set(0);
            tell("ended");
            LOG.info("the names are indexed; the next start erases what is left of them in clear");
        }
    }

    private void tell(String step) {
        events.fire(new AuditEvent(NAME, null, null, null, Map.of("step", step)));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        isStopping = true;
    }
}
