package io.redress.audit.chain;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * The chain head in a file outside the database. A database that was restored to an earlier state, or a chain that was
 * truncated, contradicts it.
 */
public final class Checkpoint {

    private static final String WARNING = """
            # Redress 审计日志链的最新一环。数据库若被截断或换回旧的，与此不符，校验时会指出。
            # Where the audit trail's chain has come to. A database that was cut off or put back contradicts it.
            """;

    private final Path path;
    private final boolean makesFolder;

    /** Creates the folder when it is missing. */
    public Checkpoint(Path path) {
        this(path, true);
    }

    private Checkpoint(Path path, boolean makesFolder) {
        this.path = path.toAbsolutePath().normalize();
        this.makesFolder = makesFolder;
    }

    /** Requires the folder to exist: where a drive is not plugged in, nothing is written in its place. */
    static Checkpoint onDrive(Path path) {
        return new Checkpoint(path, false);
    }

    /** Empty without a file; a malformed file yields a head that cannot be genuine. */
    public Optional<ChainHead> read() {
        try {
            var values = new Properties();
            values.load(new StringReader(Files.readString(path)));
            return Optional.of(new ChainHead(
                    Long.parseLong(values.getProperty("number", "")),
                    HexFormat.of().parseHex(values.getProperty("mac", "")),
                    HexFormat.of().parseHex(values.getProperty("proof", ""))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new ChainHead(Long.MAX_VALUE, new byte[0], new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a temporary file and moves it over the old one: a crash leaves either the old file or the new. */
    void write(ChainHead head) {
        var hex = HexFormat.of();
        var text = WARNING
                + "number=" + head.number() + "\nmac=" + hex.formatHex(head.mac()) + "\nproof="
                + hex.formatHex(head.proof()) + "\n";
        try {
            if (makesFolder) {
                Files.createDirectories(path.getParent());
            }
            var draft = path.resolveSibling(path.getFileName() + ".new");
            try (var channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
