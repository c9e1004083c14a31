package io.redress.bench;

import io.redress.database.EmbeddedDatabase;
import io.redress.database.Login;
import io.redress.testing.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The server everything is measured on: one of our own in a folder, as the program would bring it along. */
final class Database implements AutoCloseable {

    /** For the server to hear of a setting. */
    private static final int RELOAD_MILLIS = 300;

    private final EmbeddedDatabase embedded;
    private final Path folder;

    Database(Path folder) {
        this.folder = folder;
        this.embedded = EmbeddedDatabase.start(folder);
    }

    Login service() {
        return embedded.service();
    }

    Login owner() {
        return embedded.owner();
    }

    Connection connect() throws SQLException {
        return connect(owner());
    }

    private static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.username(), login.password());
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<String> column(String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = connect();
                var select = connection.createStatement();
                var row = select.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    long number(String query) throws SQLException {
        return Long.parseLong(column(query).get(0));
    }

    /** Copies out and drops it, as psql does into the void. */
    void copyOut(String copy) throws IOException, SQLException {
        try (var connection = connect()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, OutputStream.nullOutputStream());
        }
    }

    /** What runs in the server while something is done, in the order it was sent. */
    List<Statement> listen(Work work) throws Exception {
        var log = folder.resolve("database.log");
        log("all");
        var from = Files.size(log);
        try {
            work.run();
        } finally {
            Thread.sleep(RELOAD_MILLIS);
            log("none");
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return Statement.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private void log(String what) throws IOException, SQLException, InterruptedException {
        var password = Files.readString(folder.resolve("database.password")).strip();
        try (var connection = connect(new Login(owner().url(), "postgres", password));
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + what + "'");
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(RELOAD_MILLIS);
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    @Override
    public void close() {
        embedded.close();
    }
}
