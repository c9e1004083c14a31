package io.redress.common.problem;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/**
 * Logs failed jobs. Quarkus's own line, with its stack trace, would come every second while the database is
 * unavailable.
 */
@ApplicationScoped
class FailedJobs {

    private static final Logger LOG = Logger.getLogger(FailedJobs.class);

    private final DatabaseState database;
    private volatile boolean isStopping;

    FailedJobs(DatabaseState database) {
        this.database = database;
    }

    /** From here on a job that has begun may find the connections closed; the next start runs it again. */
    void stop(@Observes ShutdownEvent shutdown) {
        isStopping = true;
    }

    void tell(@ObservesAsync FailedExecution failed) {
        if (!isStopping && database.troubleBehind(failed.getException()).isEmpty()) {
            LOG.errorf(
                    failed.getException(),
                    "the job %s failed",
                    failed.getExecution().getTrigger().getMethodDescription());
        }
    }
}
