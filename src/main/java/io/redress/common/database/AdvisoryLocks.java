package io.redress.common.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Advisory locks (PostgreSQL), for work that must not run at the same time and has no row to lock. All locks are bound
 * to a transaction and therefore work behind a connection pooler. The key of a named lock is the hash of its name.
 */
@ApplicationScoped
public class AdvisoryLocks {

    private final AgroalDataSource database;
    private final Sql sql;

    AdvisoryLocks(AgroalDataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Waits for the lock of this name. The end of the caller's transaction releases it. */
    public void lock(String name) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", name);
    }

    /** Like {@link #lock(String)}, for a number that is already a key, such as the beginning of a digest. */
    public void lock(long key) {
        sql.execute("select pg_advisory_xact_lock(?)", key);
    }

    /**
     * Tries to take the lock of this name, without waiting and outside any transaction of the caller. The lock is bound
     * to a transaction of its own that does nothing else. It so outlives the transactions of the work that it protects,
     * and ends with the process.
     */
    public Attempt tryLock(String name) {
        try {
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, name);
                try (var row = lock.executeQuery()) {
                    row.next();
                    return new Attempt(connection, row.getBoolean(1));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException("trying the advisory lock failed", e);
        }
    }

    /** The result of {@link #tryLock}. Closing it releases the lock. */
    public static final class Attempt implements AutoCloseable {

        private final Connection connection;
        private final boolean isHeld;

        private Attempt(Connection connection, boolean isHeld) {
            this.connection = connection;
            this.isHeld = isHeld;
        }

        /** False if another transaction holds the lock. */
        public boolean isHeld() {
            return isHeld;
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new UncheckedSqlException("releasing the advisory lock failed", e);
            }
        }
    }
}
