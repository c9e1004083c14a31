package io.redress.common.problem;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
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

    FailedJobs(DatabaseState database) {
        this.database = database;
    }

    void tell(@ObservesAsync FailedExecution failed) {
        if (database.troubleBehind(failed.getException()).isEmpty()) {
            LOG.errorf(
                    failed.getException(),
                    "the job %s failed",
                    failed.getExecution().getTrigger().getMethodDescription());
        }
    }
}
