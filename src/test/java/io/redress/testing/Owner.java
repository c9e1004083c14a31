package io.redress.testing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.migration.JavaMigration;

/** The owner of the tables, who can make changes that the service's account cannot. */
@Singleton
public class Owner {

    private final String url;
    private final String username;
    private final String password;

    Owner(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String username,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Runs a Java migration on the present database. */
    public void migrate(JavaMigration migration) throws Exception {
        try (var connection = connect()) {
            OldDatabase.migrate(migration, connection);
        }
    }

    /** Runs the statements in order, in one transaction. */
    public void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
