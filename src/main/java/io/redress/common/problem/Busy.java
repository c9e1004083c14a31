package io.redress.common.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;

/** Tells a database that had no time for a request from one that could not do it. */
final class Busy {

    static final Duration A_WHILE = Duration.ofSeconds(5);

    /** Serialization failure, deadlock, too many connections, lock not to be had, and a statement that took too long. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "53300", "55P03", "57014");

    private Busy() {}

    static boolean isBehind(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (isTransient(sql) || STATES.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The pool's word when no connection becomes free has no state of its own. */
    private static boolean isTransient(SQLException sql) {
        return sql instanceof SQLTransientException
                || String.valueOf(sql.getMessage()).contains("cquisition timeout");
    }
}
