package io.redress.testing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads in PostgreSQL's own log which statements the program sends while a test runs something. */
@Singleton
public class Listening {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String url;

    Listening(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    /** Queries and changes, in the order in which they were sent, without those that begin and end transactions. */
    public List<String> to(Runnable work) {
        try (var server = DriverManager.getConnection(url, "postgres", "")) {
            log(server, "all");
            var from = Long.parseLong(ask(server, "select (pg_stat_file(pg_current_logfile())).size"));
            try {
                work.run();
            } finally {
                log(server, "none");
            }
            return Statement.parse(heard(server, from)).stream()
                    .map(Statement::sql)
                    .filter(sql -> sql.matches("(?is)\\s*(select|insert|update|delete|with)\\b.*"))
                    .filter(sql -> !sql.contains("pg_current_logfile"))
                    .toList();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL writes its log asynchronously, so this waits for a marker that it logs last. */
    private static String heard(Connection server, long from) throws SQLException, InterruptedException {
        var end = "end of pg_current_logfile " + UUID.randomUUID();
        ask(server, "do $$ begin raise log '" + end + "'; end $$");
        var deadline = Instant.now().plus(PATIENCE);
        String log;
        do {
            demandBefore(deadline, "the log does not come to its end");
            Thread.sleep(20);
            log = ask(server, "select pg_read_file(pg_current_logfile(), " + from + ", 50000000)");
        } while (!log.contains(end));
        return log;
    }

    /** Waits for new connections: PostgreSQL announces a changed setting to all its processes before they use it. */
    private void log(Connection server, String what) throws SQLException, InterruptedException {
        ask(server, "alter system set log_statement = '" + what + "'");
        ask(server, "select pg_reload_conf()");
        var deadline = Instant.now().plus(PATIENCE);
        while (!what.equals(settingOfNewConnections())) {
            demandBefore(deadline, "log_statement does not become " + what);
            Thread.sleep(20);
        }
    }

    private String settingOfNewConnections() throws SQLException {
        try (var fresh = DriverManager.getConnection(url, "postgres", "")) {
            return ask(fresh, "show log_statement");
        }
    }

    private static void demandBefore(Instant deadline, String failure) {
        if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException(failure);
        }
    }

    private static String ask(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
