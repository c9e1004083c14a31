package io.redress.privacy.software;

import io.redress.common.secret.OwnerOnlyFile;
import io.redress.privacy.KeysUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The key file: {@link Keys} as text, or wrapped, that is, encrypted as an {@link AgeFile}. It is written atomically and
 * readable only by its owner. Keys are added to it, never replaced, and removed only when nothing uses them.
 */
public final class KeyFile {

    private final Path path;
    private final Optional<Wrapping> wrapping;
    private String lastText;
    private String lastContent;

    /** A file that is not wrapped. */
    public KeyFile(Path path) {
        this(path, Optional.empty());
    }

    private KeyFile(Path path, Optional<Wrapping> wrapping) {
        this.path = path.toAbsolutePath().normalize();
        this.wrapping = wrapping;
    }

    /** The file of the settings, with what wraps it. */
    public static KeyFile of(Config settings) {
        return new KeyFile(
                settings.getValue("redress.keys.file", Path.class), WrappingSettings.of(settings, "redress.keys."));
    }

    /** The same file, opened by this passphrase. */
    public KeyFile openedBy(String passphrase) {
        return new KeyFile(path, Optional.of(new PassphraseWrapping(passphrase)));
    }

    public boolean exists() {
        return Files.exists(path);
    }

    public boolean isWrapped() {
        return AgeFile.is(text());
    }

    /** Whether the settings say by what the file is to be wrapped, and it is not. */
    public boolean shouldBeWrapped() {
        return wrapping.isPresent() && !isWrapped();
    }

    /** Whether a passphrase opens the file, and the settings have none. */
    public boolean needsPassphrase() {
        return wrapping.isEmpty() && exists() && isWrapped() && AgeFile.isForPassphrase(text());
    }

    /** Creates a file with one key of each kind, wrapped if the settings say by what; fails when the file exists. */
    public void create() {
        try {
            locked(() -> new OwnerOnlyFile(path).create(stored(Keys.newContent(), wrapping)));
        } catch (IOException e) {
            throw new KeysUnusable("密钥文件 " + path + " 无法建立", "the key file " + path + " cannot be created", e);
        }
    }

    /** Adds a data key with the algorithm of the newest one; returns its number. */
    int add() {
        var number = read().data().lastKey() + 1;
        try {
            locked(() -> {
                var newest = read().data().lastEntry();
                if (newest.getKey() < number) {
                    replace(withNewLine(content())
                            + Keys.line(Keys.DATA + number, newest.getValue().algorithm()));
                }
            });
        } catch (IOException e) {
            throw new KeysUnusable(
                    "密钥文件 " + path + " 不能写入；请先在其中加入 " + Keys.DATA + number + " 再运行",
                    "the key file " + path + " cannot be written; add " + Keys.DATA + number + " to it and run again",
                    e);
        }
        return number;
    }

    /** Removes data keys for ever; returns the numbers of those that were here. */
    public Set<Integer> remove(Set<Integer> numbers) {
        var removed = new TreeSet<>(numbers);
        removed.retainAll(read().data().keySet());
        if (!removed.isEmpty()) {
            var line = "\\s*data\\.(" + removed.stream().map(String::valueOf).collect(Collectors.joining("|"))
                    + ")\\s*[=:\\s].*";
            change(() -> replace(content()
                    .lines()
                    .filter(kept -> !kept.matches(line))
                    .map(kept -> kept + "\n")
                    .collect(Collectors.joining())));
        }
        return removed;
    }

    /**
     * Wraps the file, or wraps it anew, by what the settings say: for a wrapped file those of {@code redress.keys.new.*}.
     *
     * @return false when the settings say nothing
     */
    public boolean wrapAsSet(Config settings) {
        var next =
                WrappingSettings.of(settings, "redress.keys.new.").or(() -> isWrapped() ? Optional.empty() : wrapping);
        next.ifPresent(other -> rewrap(Optional.of(other)));
        return next.isPresent();
    }

    /** Wraps the file, or wraps it anew, by this passphrase. */
    public void wrapBy(String passphrase) {
        rewrap(Optional.of(new PassphraseWrapping(passphrase)));
    }

    public void unwrap() {
        rewrap(Optional.empty());
    }

    private void rewrap(Optional<Wrapping> next) {
        change(() -> {
            read();
            var file = stored(content(), next);
            // Before the old file goes: a token may encrypt and not decrypt.
            if (next.isPresent()
                    && AgeFile.decrypt(new String(file, StandardCharsets.US_ASCII), next.get())
                            .isEmpty()) {
                throw wrongSecret();
            }
            new OwnerOnlyFile(path).replace(file);
        });
    }

    /** @throws KeysUnusable when the file is missing, cannot be opened, or has a wrong line */
    Keys read() {
        try {
            return Keys.parse(content());
        } catch (Keys.Wrong e) {
            throw new KeysUnusable(
                    "密钥文件 " + path + " 中 " + e.getMessage() + " 缺失或不正确",
                    "in the key file " + path + ", " + e.getMessage() + " is missing or not a key");
        }
    }

    /** Opens a wrapped file only when it has changed: that costs memory and time, and unknown keys may be asked for often. */
    private synchronized String content() {
        var text = text();
        if (!text.equals(lastText)) {
            lastContent = AgeFile.is(text) ? opened(text) : text;
            lastText = text;
        }
        return lastContent;
    }

    private String opened(String text) {
        var secret = wrapping.orElseThrow(() -> new KeysUnusable(
                "密钥文件 " + path
                        + " 已加密：请设置口令文件 REDRESS_KEYS_PASSPHRASE_FILE，或 redress.keys.wrapping-key-file、redress.keys.pkcs11-config",
                "the key file " + path
                        + " is wrapped: set REDRESS_KEYS_PASSPHRASE_FILE, redress.keys.wrapping-key-file or"
                        + " redress.keys.pkcs11-config"));
        try {
            return new String(AgeFile.decrypt(text, secret).orElseThrow(this::wrongSecret), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new KeysUnusable("密钥文件 " + path + " 已损坏，请恢复", "the key file " + path + " is damaged; restore it");
        }
    }

    private KeysUnusable wrongSecret() {
        return new KeysUnusable(
                "密钥文件 " + path + " 不能用所给的口令或密钥打开",
                "the passphrase or key that was given does not open the key file " + path);
    }

    private String text() {
        try {
            var text = Files.readString(path);
            // Read while another process replaced the file and overwrote the old one.
            return text.startsWith("\0") ? Files.readString(path) : text;
        } catch (NoSuchFileException e) {
            throw new KeysUnusable(
                    "密钥文件 " + path + " 不存在：请从备份恢复；全新安装请先用命令 create-keys 建立",
                    "the key file " + path
                            + " is missing: restore it from a backup, or make one for a new installation by the command create-keys",
                    e);
        } catch (IOException e) {
            throw new KeysUnusable("密钥文件 " + path + " 无法读取", "the key file " + path + " cannot be read");
        }
    }

    private static byte[] stored(String content, Optional<Wrapping> wrapping) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return wrapping.map(by -> AgeFile.encrypt(bytes, by).getBytes(StandardCharsets.US_ASCII))
                .orElse(bytes);
    }

    private void replace(String content) throws IOException {
        new OwnerOnlyFile(path).replace(stored(content, isWrapped() ? wrapping : Optional.empty()));
    }

    private static String withNewLine(String content) {
        return content.endsWith("\n") ? content : content + "\n";
    }

    private interface Change {
        void run() throws IOException;
    }

    private void change(Change change) {
        try {
            locked(change);
        } catch (IOException e) {
            throw new KeysUnusable("密钥文件 " + path + " 不能写入", "the key file " + path + " cannot be written", e);
        }
    }

    /** Two commands at once would each write back what the other has not seen. The lock's file stays for the next one. */
    private void locked(Change change) throws IOException {
        // The lock of a file belongs to the process, so threads need one of their own.
        synchronized (KeyFile.class) {
            Files.createDirectories(path.getParent());
            try (var channel = FileChannel.open(
                            path.resolveSibling(path.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                change.run();
            }
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
