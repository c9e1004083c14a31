package io.redress.testing;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The PostgreSQL that the first packaged service of a build has unpacked. The later ones find a copy in their folder,
 * as after any update of the program: to unpack it takes a third of a first start.
 */
final class UnpackedServer {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path KEPT = TARGET.resolve("unpacked-server");

    private UnpackedServer() {}

    static void putInto(Path folder) throws IOException {
        var data = folder.resolve("data");
        if (Files.exists(data) || !Files.exists(KEPT)) {
            return;
        }
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        copy(KEPT, data.resolve("postgres"));
    }

    static void keepThatOf(Path folder) throws IOException {
        var unpacked = folder.resolve("data/postgres");
        if (Files.exists(KEPT) || !Files.exists(unpacked)) {
            return;
        }
        var copy = Files.createTempDirectory(TARGET, "unpacked-server-").resolve("postgres");
        copy(unpacked, copy);
        try {
            Files.move(copy, KEPT, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException anotherTestWasFirst) {
            // Its copy is as good.
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            var exitCode = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IOException("cp ended with " + exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
