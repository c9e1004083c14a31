package io.redress.database;

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

    /** Databases of earlier versions belong to the role the service signs in as: all of it goes to the owner. */
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
     * @param restartsWithin how long starting it is tried
     * @param orElse what to do when it does not start again
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
                    "the built-in database does not start again: {0}; see {1}",
                    e.getMessage(),
                    folder.log());
            orElse.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the database is closed, and its end was meant. */
    private synchronized boolean revive(Duration restartsWithin) throws IOException, InterruptedException {
        if (isClosed) {
            return false;
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "the built-in database has ended unasked and is started again; see {0}",
                folder.log());
        for (var begun = System.nanoTime(); !isClosed; waitForNextAttempt()) {
            if (!folder.hasRoom()) {
                // It could not even recover; however long it takes to make room is not counted.
                begun = System.nanoTime();
                continue;
            }
            try {
                server.letGo();
                server = PostgresServer.launch(folder, folder.database(), server.port());
                LOG.log(System.Logger.Level.INFO, "the built-in database runs again");
                return true;
            } catch (IOException | RuntimeException e) {
                if (System.nanoTime() - begun > restartsWithin.toNanos()) {
                    throw e;
                }
            }
        }
        return false;
    }

    /** Lets go of the lock meanwhile, so that a program that is asked to end can. */
    private void waitForNextAttempt() throws InterruptedException {
        wait(BETWEEN_ATTEMPTS.toMillis());
    }

    /** Stops the server, so that it need not recover at its next start, and lets go of the folder. */
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
