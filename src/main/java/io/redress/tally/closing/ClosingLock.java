package io.redress.tally.closing;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * PostgreSQL advisory lock that lets only one closing run at a time, over all instances. It is bound to a transaction
 * of its own that does nothing else. It so outlives the transactions of the single weeks, ends with the process, and
 * works behind a connection pooler. Callers never wait for it: a closing that finds it taken has nothing to do.
 */
public final class ClosingLock implements AutoCloseable {

    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended('closing', 0))";

    private final Connection connection;
    private final boolean isHeld;

    private ClosingLock(Connection connection, boolean isHeld) {
        this.connection = connection;
        this.isHeld = isHeld;
    }

    static ClosingLock tryAcquire(AgroalDataSource database) {
        try {
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(TRY);
                    var row = lock.executeQuery()) {
                row.next();
                return new ClosingLock(connection, row.getBoolean(1));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot acquire the closing lock", e);
        }
    }

    boolean isHeld() {
        return isHeld;
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot release the closing lock", e);
        }
    }
}
