package io.redress.common.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file with secrets: only its owner may read it, and a crash leaves either the old content or the new one. */
public final class OwnerOnlyFile {

    private final Path path;

    public OwnerOnlyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** @throws FileAlreadyExistsException instead of overwriting */
    public void create(byte[] content) throws IOException {
        if (Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        write(content);
    }

    /**
     * Replaces the content. What was there before is overwritten on the disk, where the file system writes in place; an
     * SSD, a snapshot and a backup keep it.
     */
    public void replace(byte[] content) throws IOException {
        if (!isPosix() || !Files.exists(path)) {
            write(content);
            return;
        }
        // Opened before, because afterwards the old content has no name any more.
        try (var old = FileChannel.open(path, StandardOpenOption.WRITE)) {
            write(content);
            var zeros = ByteBuffer.allocate(Math.toIntExact(old.size()));
            while (zeros.hasRemaining()) {
                old.write(zeros);
            }
            old.force(true);
        }
    }

    private void write(byte[] content) throws IOException {
        var folder = path.getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, ".draft", null, onlyForOwner());
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (isPosix()) {
            try (var names = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
                names.force(true);
            }
        }
    }

    private FileAttribute<?>[] onlyForOwner() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
