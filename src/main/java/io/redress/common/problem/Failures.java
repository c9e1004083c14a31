package io.redress.common.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What a caller is told of an exception that nobody expected, and what the log is told. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger("io.redress.problem");

    private final DatabaseState database;

    Failures(DatabaseState database) {
        this.database = database;
    }

    /** A problem somewhere behind it; else 503 when the database is in trouble; else 500 with the number of an incident. */
    public Problem problemOf(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        var trouble = database.troubleBehind(e);
        if (trouble.isPresent()) {
            return trouble.get().problem();
        }
        var incident = UUID.randomUUID().toString();
        LOG.errorf(e, "Incident %s", incident);
        return Problem.of(500, "internal-error").with("incident", incident);
    }
}
