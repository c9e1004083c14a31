package io.redress.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A database of an older schema version, for tests of migrations. */
public final class OldDatabase implements AutoCloseable {

    private static final MigratedDatabases DATABASES = new MigratedDatabases();

    private final String name;

    /** An empty database, migrated to this version. */
    public OldDatabase(String version) {
        name = DATABASES.create(version);
    }

    public void migrateTo(String version) {
        DATABASES.migrate(name, version);
    }

    private Connection connect() throws SQLException {
        return MigratedDatabases.sourceOf(name).getConnection();
    }

    public void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a Java migration on the present database. */
    public void migrate(JavaMigration migration) throws Exception {
        try (var connection = connect()) {
            migrate(migration, connection);
        }
    }

    static void migrate(JavaMigration migration, Connection connection) throws Exception {
        connection.setAutoCommit(false);
        migration.migrate(new Context() {
            @Override
            public Configuration getConfiguration() {
                return null;
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        });
        connection.commit();
    }

    /** The first column of every row. */
    public List<String> rows(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    @Override
    public void close() {
        MigratedDatabases.drop(name);
    }
}
