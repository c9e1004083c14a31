package io.redress.privacy;

import io.redress.common.secret.RandomSecrets;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The key file, a text file: {@code data.1=SM4:…} and so on for the columns, {@code mac.index} and {@code mac.audit}
 * for MACs. It is written atomically and readable only by its owner. Keys are
 * added to it, never replaced, and removed only when nothing uses them.
 */
public final class KeyFile {

    private static final String DATA = "data.";
    private static final String MAC = "mac.";
    private static final String[] USES = {"audit", "index"};
    private static final String WARNING = """
            # Redress 密钥文件。没有它，登记册中的证件号码、电话、账号、住址、备注和材料文件等无法读出；请另行妥善备份，不要与数据库放在一起。
            # Keys of Redress. Without this file nobody can read the register's document numbers, phones, accounts, addresses,
            # notes and files: keep a copy in a safe place, apart from the database.
            """;

    private final Path path;

    /** A secret and its algorithm. */
    record Key(Algorithm algorithm, KeyParameter secret) {

        @Override
        public String toString() {
            return "Key[" + algorithm + "]";
        }
    }

    /** The content of a key file. */
    record Keys(TreeMap<Integer, Key> data, Map<String, Key> macs) {}

    public KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** Creates a file with one key of each kind; fails when the file exists. */
    public void create() {
        var lines = new StringBuilder(WARNING).append(line(DATA + 1, Algorithm.SM4));
        for (var use : USES) {
            lines.append(line(MAC + use, Algorithm.SM3));
        }
        try {
            if (exists()) {
                throw new FileAlreadyExistsException(path.toString());
            }
            write(lines.toString());
        } catch (IOException e) {
            throw new KeysUnusable("密钥文件 " + path + " 无法建立", "the key file " + path + " cannot be created", e);
        }
    }

    /** Adds a data key with the algorithm of the newest one; returns its number. */
    int add() {
        var newest = read().data().lastEntry();
        var number = newest.getKey() + 1;
        try {
            var lines = Files.readString(path);
            write(lines
                    + (lines.endsWith("\n") ? "" : "\n")
                    + line(DATA + number, newest.getValue().algorithm()));
        } catch (IOException e) {
            throw new KeysUnusable(
                    "密钥文件 " + path + " 不能写入；请先在其中加入 " + DATA + number + " 再运行",
                    "the key file " + path + " cannot be written; add " + DATA + number + " to it and run again",
                    e);
        }
        return number;
    }

    /** Removes data keys for ever; returns the numbers of those that were here. */
    public Set<Integer> remove(Set<Integer> numbers) {
        var removed = new TreeSet<>(numbers);
        removed.retainAll(read().data().keySet());
        try {
            var kept = Files.readAllLines(path).stream()
                    .filter(line -> removed.stream()
                            .noneMatch(number -> line.strip().matches("data\\." + number + "\\s*[=:\\s].*")))
                    .toList();
            if (!removed.isEmpty()) {
                write(String.join("\n", kept) + "\n");
            }
        } catch (IOException e) {
            throw new KeysUnusable("密钥文件 " + path + " 不能写入", "the key file " + path + " cannot be written", e);
        }
        return removed;
    }

    Keys read() {
        var entries = new Properties();
        try {
            entries.load(new StringReader(Files.readString(path)));
        } catch (NoSuchFileException e) {
            throw new KeysUnusable(
                    "密钥文件 " + path + " 不存在：请从备份恢复；全新安装请先用命令 create-keys 建立",
                    "the key file " + path
                            + " is missing: restore it from a backup, or make one for a new installation by the command create-keys",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeysUnusable("密钥文件 " + path + " 无法读取", "the key file " + path + " cannot be read");
        }
        var keys = new Keys(new TreeMap<>(), new TreeMap<>());
        entries.forEach((name, value) -> enter(keys, name.toString(), value.toString()));
        demand(!keys.data().isEmpty(), DATA + 1);
        for (var use : USES) {
            demand(keys.macs().containsKey(use), MAC + use);
        }
        return keys;
    }

    private void enter(Keys keys, String name, String value) {
        try {
            var key = key(value.strip());
            demand(key.algorithm().isCipher() == name.startsWith(DATA), name);
            if (name.startsWith(DATA)) {
                keys.data().put(Integer.valueOf(name.substring(DATA.length())), key);
            } else {
                demand(name.startsWith(MAC), name);
                keys.macs().put(name.substring(MAC.length()), key);
            }
        } catch (IllegalArgumentException e) {
            demand(false, name);
        }
    }

    /** @throws IllegalArgumentException when the text is not a key */
    static Key key(String text) {
        var parts = text.split(":", 2);
        var algorithm = Algorithm.named(parts[0]);
        var bytes = parts.length < 2 ? new byte[0] : Base64.getDecoder().decode(parts[1]);
        if (bytes.length != algorithm.keyBytes) {
            throw new IllegalArgumentException("a key of another length");
        }
        return new Key(algorithm, new KeyParameter(bytes));
    }

    /** A random key in the form of the file: algorithm and secret. */
    static String newKey(Algorithm algorithm) {
        return algorithm + ":" + Base64.getEncoder().encodeToString(RandomSecrets.bytes(algorithm.keyBytes));
    }

    private void demand(boolean isRight, String name) {
        if (!isRight) {
            throw new KeysUnusable(
                    "密钥文件 " + path + " 中 " + name + " 缺失或不正确",
                    "in the key file " + path + ", " + name + " is missing or not a key");
        }
    }

    private static String line(String name, Algorithm algorithm) {
        return name + "=" + newKey(algorithm) + "\n";
    }

    /**
     * Writes a temporary file and moves it over the old one, each synced to disk: a crash leaves either the old file or
     * the new.
     */
    private void write(String text) throws IOException {
        var folder = path.getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, ".keys", null, onlyForOwner());
        try {
            try (var channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (isPosix()) {
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
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

    @Override
    public String toString() {
        return path.toString();
    }
}
