package io.redress.bench;

import io.redress.database.EmbeddedDatabase;
import io.redress.database.Login;
import io.redress.testing.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The server everything is measured on: one of our own in a folder, as the program would bring it along, or that of
 * {@code DB_URL}. A superuser hears what runs in it, in its log.
 */
final class Database implements AutoCloseable {

    /** For the server to hear of a setting. */
    private static final int RELOAD_MILLIS = 300;

    /** Heard as well, where the server writes its log a moment later. */
    private static final String SIZE = "select size from pg_stat_file";

    private final Login service;
    private final Login owner;
    private final Login superuser;
    private final String log;
    private final Runnable stop;

    private Database(Login service, Login owner, Login superuser, String log, Runnable stop) {
        this.service = service;
        this.owner = owner;
        this.superuser = superuser;
        this.log = log;
        this.stop = stop;
    }

    /**
     * The database that the environment names as it does to the program, or one of our own in this folder.
     *
     * @throws IllegalStateException when that database is in use, or its owner may not hear what runs in it
     */
    static Database open(Path folder, Map<String, String> environment) throws IOException, SQLException {
        var url = environment.get("DB_URL");
        return url == null || url.isBlank() ? inFolder(folder) : given(url, environment);
    }

    private static Database inFolder(Path folder) throws IOException {
        var embedded = EmbeddedDatabase.start(folder);
        var password = Files.readString(folder.resolve("database.password")).strip();
        return new Database(
                embedded.service(),
                embedded.owner(),
                new Login(embedded.owner().url(), "postgres", password),
                folder.resolve("database.log").toString(),
                embedded::close);
    }

    private static Database given(String url, Map<String, String> environment) throws SQLException {
        var owner = new Login(url, environment.get("DB_OWNER_USERNAME"), environment.get("DB_OWNER_PASSWORD"));
        var service = new Login(url, environment.get("DB_USERNAME"), environment.get("DB_PASSWORD"));
        var database = new Database(service, owner, owner, null, () -> {});
        if (database.number("select count(*) from pg_tables where schemaname = 'public'") > 0) {
            throw new IllegalStateException("DB_URL names a database that is in use; the benchmark needs an empty one");
        }
        var log = database.column("select pg_current_logfile()").get(0);
        if (log == null
                || database.number("select count(*) from pg_roles where rolname = current_user and rolsuper") == 0) {
            throw new IllegalStateException(
                    "the benchmark listens to the server's log: DB_OWNER_USERNAME has to be a superuser of a server with"
                            + " logging_collector = on");
        }
        return new Database(service, owner, owner, log, () -> {});
    }

    Login service() {
        return service;
    }

    Login owner() {
        return owner;
    }

    Connection connect() throws SQLException {
        return connect(owner);
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
        try (var connection = connect(superuser)) {
            log(connection, "all");
            var from = logged(connection);
            try {
                work.run();
            } finally {
                Thread.sleep(RELOAD_MILLIS);
                log(connection, "none");
            }
            var heard = Statement.parse(read(connection, from));
            heard.removeIf(statement -> statement.sql().contains(SIZE));
            return heard;
        }
    }

    private static void log(Connection connection, String what) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + what + "'");
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(RELOAD_MILLIS);
    }

    private long logged(Connection connection) throws SQLException {
        try (var size = connection.prepareStatement(SIZE + "(?)")) {
            size.setString(1, log);
            try (var row = size.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private String read(Connection connection, long from) throws SQLException {
        try (var read = connection.prepareStatement("select pg_read_binary_file(?, ?, ?)")) {
            read.setString(1, log);
            read.setLong(2, from);
            read.setLong(3, logged(connection) - from);
            try (var row = read.executeQuery()) {
                row.next();
                return new String(row.getBytes(1), StandardCharsets.UTF_8);
            }
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    @Override
    public void close() {
        stop.run();
    }
}
