package io.redress.common.problem;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * Why the database could not do what a request asked of it, when neither the request nor the program is at fault, told by its
 * SQLSTATE (PostgreSQL, Appendix A). The request left nothing behind, and may be sent again.
 */
public enum DatabaseTrouble {

    /**
     * No connection, or the one at hand was lost: the server was stopped, killed, is starting, or refuses; or it is a standby
     * that may only be read.
     */
    UNAVAILABLE("database-unavailable", Duration.ofSeconds(5)),

    /** Its disk is full, or it has no memory left. */
    FULL("storage-full", Duration.ofSeconds(30)),

    /** It had no time: serialization failure, deadlock, a lock not to be had, a statement or a free connection that took too long. */
    BUSY("busy", Duration.ofSeconds(5));

    private static final Set<String> BUSY_STATES = Set.of("40001", "40P01", "53300", "55P03", "57014");

    /**
     * Administrator shutdown, crash shutdown, cannot connect now, database dropped, idle session ended; the database does not
     * exist, accepts no connections, or takes no writes.
     */
    private static final Set<String> UNAVAILABLE_STATES =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "3D000", "55000", "25006");

    /** Connection exception, and invalid authorization: the role was locked or its password changed. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28");

    /** Insufficient resources, but for too many connections; and a file that cannot be written. */
    private static final Set<String> FULL_STATES = Set.of("53000", "53100", "53200", "58030");

    private final String code;
    private final Duration wait;

    DatabaseTrouble(String code, Duration wait) {
        this.code = code;
        this.wait = wait;
    }

    /** What the caller is answered: 503, and when to come back. */
    Problem problem() {
        return Problem.of(503, code).retryAfter(wait);
    }

    /** Looks through causes and what was suppressed: a commit that fails hides its reason there. */
    public static Optional<DatabaseTrouble> behind(Throwable e) {
        return behind(e, new HashSet<>());
    }

    private static Optional<DatabaseTrouble> behind(Throwable e, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return Optional.empty();
        }
        var own = e instanceof SQLException sql ? of(sql) : Optional.<DatabaseTrouble>empty();
        if (own.isPresent()) {
            return own;
        }
        for (var hidden : e.getSuppressed()) {
            var found = behind(hidden, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        if (e instanceof SQLException sql && sql.getNextException() != null) {
            var found = behind(sql.getNextException(), seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return behind(e.getCause(), seen);
    }

    private static Optional<DatabaseTrouble> of(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (FULL_STATES.contains(state)) {
            return Optional.of(FULL);
        }
        if (UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith)
                || UNAVAILABLE_STATES.contains(state)
                || e.getCause() instanceof ConnectException
                || e.getCause() instanceof RejectedExecutionException) {
            return Optional.of(UNAVAILABLE);
        }
        var isBusy = BUSY_STATES.contains(state) || e instanceof SQLTransientException || isPoolEmpty(e);
        return isBusy ? Optional.of(BUSY) : Optional.empty();
    }

    /** The pool's word when no connection becomes free has no state of its own. */
    private static boolean isPoolEmpty(SQLException e) {
        return String.valueOf(e.getMessage()).contains("cquisition timeout");
    }
}
