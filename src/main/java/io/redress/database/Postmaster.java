package io.redress.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The postmaster of a database directory, found through {@code postmaster.pid}. After a killed service it still runs.
 * After a power cut only the file remains, and an unrelated process may have its PID.
 */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration HURRY = Duration.ofSeconds(5);

    /** The line of the port in postmaster.pid, counted from 0. */
    private static final int PORT_LINE = 3;

    private final ProcessHandle process;
    private final Path pidFile;

    private Postmaster(ProcessHandle process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /** The server that runs on this directory, if any. */
    static Optional<Postmaster> of(Path directory) throws IOException {
        var pidFile = pidFile(directory);
        return pidIn(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(directory, process))
                .map(process -> new Postmaster(process, pidFile));
    }

    /**
     * Waits until no process works on this directory. A killed postmaster leaves backends behind, which end by
     * themselves when they notice. A new server beside them would write to the same files, and PostgreSQL's protection
     * against that is lost when its PID file is removed.
     */
    static void awaitChildren(Path directory, Path binaries) throws IOException {
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(GLANCE)) {
            var left = ProcessHandle.allProcesses()
                    .filter(process -> runsFrom(binaries, process) && worksIn(directory, process))
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            if (waited.equals(HURRY)) {
                left.forEach(Postmaster::quit);
            }
            pause();
        }
        throw new CannotStart(
                "上次留下的数据库进程停不下来，请先结束它们：" + binaries,
                "database processes of an earlier run do not stop; end them first: " + binaries);
    }

    /** Whether this process has a living descendant that runs these binaries. */
    static boolean runsBelowUs(Path binaries) {
        return ProcessHandle.current().descendants().anyMatch(process -> runsFrom(binaries, process));
    }

    private static boolean runsFrom(Path binaries, ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(binaries))
                .isPresent();
    }

    /** PostgreSQL processes work in their data directory; where the system does not tell, assume so. */
    private static boolean worksIn(Path directory, ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(directory);
        } catch (NoSuchFileException gone) {
            return !Files.isDirectory(Path.of("/proc")) && process.isAlive();
        } catch (IOException | UnsupportedOperationException untold) {
            return true;
        }
    }

    private static void quit(ProcessHandle process) {
        try {
            send("QUIT", process);
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Completes when the server on this directory ends, for whatever reason. */
    CompletableFuture<ProcessHandle> onExit() {
        return process.onExit();
    }

    /** Stops the server on this directory, if one runs, and deletes the PID file, which would block the next one. */
    static void clear(Path directory) throws IOException {
        var left = of(directory);
        if (left.isPresent() && !left.get().stop()) {
            throw new CannotStart(
                    "上次留下的数据库进程 " + left.get().pid() + " 停不下来，请先结束它",
                    "the database process " + left.get().pid() + " of an earlier run does not stop; end it first");
        }
        Files.deleteIfExists(pidFile(directory));
    }

    long pid() {
        return process.pid();
    }

    int port() throws IOException {
        return Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
    }

    /**
     * Stops the server: first by a fast shutdown, which rolls back open transactions and writes the rest; then by an
     * immediate one, after which the next start recovers. Never by SIGKILL, since the backends would go on using the
     * shared memory.
     *
     * @return whether it has stopped
     */
    boolean stop() throws IOException {
        return hasStoppedAfter("INT") || hasStoppedAfter("QUIT");
    }

    private boolean hasStoppedAfter(String signal) throws IOException {
        if (isRunning()) {
            send(signal, process);
        }
        for (var waited = Duration.ZERO; isRunning() && waited.compareTo(PATIENCE) < 0; waited = waited.plus(GLANCE)) {
            if (!pause()) {
                return false;
            }
        }
        return !isRunning();
    }

    /** False when interrupted. */
    private static boolean pause() {
        try {
            Thread.sleep(GLANCE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The server deletes its PID file last; in a container the dead process may never be reaped after that. */
    private boolean isRunning() {
        return Files.exists(pidFile) && process.isAlive();
    }

    /** Java can only send SIGTERM, after which the server waits for its clients to disconnect. */
    private static void send(String signal, ProcessHandle process) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
            return;
        }
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("postmaster.pid");
    }

    private static Optional<Long> pidIn(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean serves(Path directory, ProcessHandle process) {
        var info = process.info();
        var isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        return isPostgres
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(directory.toString()))
                        .orElse(true);
    }
}
