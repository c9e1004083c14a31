package io.redress.common.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Turns an unexpected exception into a problem for the caller and a line in the log. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger("io.redress.problem");

    private final DatabaseState database;

    Failures(DatabaseState database) {
        this.database = database;
    }

    /** The problem among the causes; else 503 if the database is in trouble; else 500 with an incident number. */
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
