package io.redress.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The embedded PostgreSQL on a data folder, from {@link #start} to {@link #close}. {@code redress_owner} owns the
 * database and migrates it. The service signs in as {@code redress}, which owns nothing, so that it cannot alter
 * append-only tables. Both passwords are new at each start and never written to disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());

    private static final String NAME = "redress";
    private static final String OWNER = "redress_owner";
    private static final String SUPERUSER = PostgresServer.SUPERUSER;

    private final DataFolder folder;
    private final Login service;
    private final Login owner;
    private PostgresServer server;
    private boolean isClosed;

    private EmbeddedDatabase(DataFolder folder, PostgresServer server, Login service, Login owner) {
        this.folder = folder;
        this.server = server;
        this.service = service;
        this.owner = owner;
    }

    /**
     * Starts the database of this folder; creates both if needed.
     *
     * @throws CannotStart when the folder is in use, its password is lost, or the server does not start
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
        if (!folder.hasDatabase()) {
            create(folder);
        }
        var server = PostgresServer.launch(folder, folder.database());
        try {
            folder.discardOldBinaries();
            separateOwner(server);
            var service = admit(server, NAME);
            return new EmbeddedDatabase(folder, server, service, admit(server, OWNER));
        } catch (IOException | SQLException e) {
            server.stop();
            throw e;
        }
    }

    private static void create(DataFolder folder) throws IOException, SQLException {
        var directory = folder.placeForNewDatabase();
        var server = PostgresServer.launch(folder, directory);
        try {
            server.execute(SUPERUSER, "create role " + NAME + " login");
            server.execute(SUPERUSER, "create database " + NAME);
        } finally {
            server.stop();
        }
        folder.adopt(directory);
    }

    /** In databases of earlier versions the service's role owns everything; all of it goes to the owner. */
    private static void separateOwner(PostgresServer server) throws SQLException {
        server.execute(NAME, """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login;
                        alter database %2$s owner to %1$s;
                        reassign owned by %2$s to %1$s;
                    end if;
                end $$""".formatted(OWNER, NAME));
    }

    private static Login admit(PostgresServer server, String role) throws SQLException {
        var password = DataFolder.randomPassword();
        server.execute(SUPERUSER, "alter role " + role + " password '" + password + "'");
        return new Login(url(server.port()), role, password);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** The service's login at run time. */
    public Login service() {
        return service;
    }

    /** The login for migrations and for commands that need more rights than the service. */
    public Login owner() {
        return owner;
    }

    /**
     * The owner's login to a running service's database on this folder; empty when none runs. Anyone who can read the
     * folder can do this.
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
            // Only the superuser's password is on disk; the option makes new objects belong to the owner.
            return Optional.of(new Login(url(port) + "?options=-c%20role=" + OWNER, SUPERUSER, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Restarts the server when it ends unexpectedly: killed, or out of memory. Port and passwords stay the same, so the
     * service only needs to reconnect.
     *
     * @param restartsWithin time limit for the restart
     * @param orElse runs when the restart fails
     */
    public void keepRunning(Duration restartsWithin, Runnable orElse) {
        var watch = new Thread(() -> watch(restartsWithin, orElse), "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(Duration restartsWithin, Runnable orElse) {
        try {
            while (true) {
                var server = Postmaster.of(folder.database());
                if (server.isPresent()) {
                    server.get().onExit().join();
                }
                if (!revive(restartsWithin)) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "cannot restart the built-in database: {0}; see {1}",
                    e.getMessage(),
                    folder.log());
            orElse.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the database was closed on purpose. */
    private synchronized boolean revive(Duration restartsWithin) throws IOException, InterruptedException {
        if (isClosed) {
            return false;
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "the built-in database has ended unexpectedly and is restarted; see {0}",
                folder.log());
        for (var begun = System.nanoTime(); !isClosed; waitForNextAttempt()) {
            if (!folder.hasRoom()) {
                // Without room the server cannot recover; the time until there is room does not count.
                begun = System.nanoTime();
                continue;
            }
            try {
                server.letGo();
                server = PostgresServer.launch(folder, folder.database(), server.port());
                LOG.log(System.Logger.Level.INFO, "the built-in database is running again");
                return true;
            } catch (IOException | RuntimeException e) {
                if (System.nanoTime() - begun > restartsWithin.toNanos()) {
                    throw e;
                }
            }
        }
        return false;
    }

    /** Releases the lock while it waits, so that {@link #close} can run. */
    private void waitForNextAttempt() throws InterruptedException {
        wait(BETWEEN_ATTEMPTS.toMillis());
    }

    /** Stops the server cleanly, so that the next start needs no recovery, and unlocks the folder. */
    @Override
    public synchronized void close() {
        isClosed = true;
        try {
            server.stop();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
