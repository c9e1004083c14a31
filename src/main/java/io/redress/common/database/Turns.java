package io.redress.common.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Advisory locks (PostgreSQL), for transactions that must not run at the same time and have no row to lock. The end of
 * the transaction releases the lock.
 */
@ApplicationScoped
public class Turns {

    private final AgroalDataSource database;

    Turns(AgroalDataSource database) {
        this.database = database;
    }

    /** Waits until no other transaction holds the lock of this name. */
    public void take(String name) {
        take("select pg_advisory_xact_lock(hashtextextended(?, 0))", lock -> lock.setString(1, name));
    }

    /** Like {@link #take(String)}, for a number that is already a key, such as the beginning of a digest. */
    public void take(long number) {
        take("select pg_advisory_xact_lock(?)", lock -> lock.setLong(1, number));
    }

    private void take(String select, Binding binding) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(select)) {
            binding.bind(lock);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("failed to take the advisory lock", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
