package io.redress.common.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SQL statements past Hibernate. Each joins the caller's transaction; without one, it commits by itself. The values of
 * the parameters are given in order. An SQLException becomes an {@link UncheckedSqlException}.
 */
@ApplicationScoped
public class Sql {

    /** Reads the current row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets the parameters, where {@link PreparedStatement#setObject(int, Object)} does not suffice, as for arrays. */
    public interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Several statements on one connection. */
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    public Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** All rows of the result. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, inOrder(values));
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Binder values) {
        return run(sql, values, statement -> {
            var found = new ArrayList<T>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        });
    }

    /** The first row of the result, if it has any. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return run(sql, inOrder(values), statement -> {
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    /** Inserts, updates or deletes; returns the number of rows. */
    public int update(String sql, Object... values) {
        return update(sql, inOrder(values));
    }

    public int update(String sql, Binder values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** Executes a statement whose result does not matter. */
    public void execute(String sql, Object... values) {
        run(sql, inOrder(values), PreparedStatement::execute);
    }

    public <T> T withConnection(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new UncheckedSqlException("a statement failed", e);
        }
    }

    private <T> T run(String sql, Binder values, Execution<T> execution) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            values.bind(statement);
            return execution.of(statement);
        } catch (SQLException e) {
            throw new UncheckedSqlException("this statement failed: " + sql, e);
        }
    }

    /** The driver does not take an Instant. */
    private static Binder inOrder(Object... values) {
        return statement -> {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant moment ? Timestamp.from(moment) : values[i]);
            }
        };
    }
}
