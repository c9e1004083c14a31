package io.redress.testing;

import java.io.IOException;
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

    /** Until it is complete. */
    private static final Path COPY = TARGET.resolve("unpacked-server.part");

    private UnpackedServer() {}

    static void putInto(Path folder) throws IOException {
        var data = folder.resolve("data");
        if (Files.exists(data) || !Files.exists(KEPT)) {
            return;
        }
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Shell.run("cp", "-a", KEPT.toString(), data.resolve("postgres").toString());
    }

    static void keepThatOf(Path folder) throws IOException {
        var unpacked = folder.resolve("data/postgres");
        try (var alone = OneProcess.at(TARGET.resolve("unpacked-server.lock"))) {
            if (!Files.exists(KEPT) && Files.exists(unpacked)) {
                Shell.run("rm", "-rf", COPY.toString());
                Shell.run("cp", "-a", unpacked.toString(), COPY.toString());
                Files.move(COPY, KEPT, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
