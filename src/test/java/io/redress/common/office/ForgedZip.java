package io.redress.common.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives in which different readers find different files, made of valid ones. */
public final class ForgedZip {

    private static final int END_SIZE = 22;
    private static final int START = 16;
    private static final int HEADER_OFFSET = 42;
    private static final int HEADER_SIZE = 46;

    private ForgedZip() {}

    /** A streaming reader finds the first archive, a reader of the central directory the second. */
    public static byte[] oneBehindTheOther(byte[] first, byte[] second) {
        return moved(first, second);
    }

    public static byte[] behind(byte[] prefix, byte[] archive) {
        return moved(prefix, archive);
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The files of both, in this order; the central directory lists only those of the second. */
    public static byte[] unlisted(byte[] hidden, byte[] listed) {
        return moved(Arrays.copyOf(hidden, start(hidden)), listed);
    }

    /** The central directory gives a file another name than its local header. */
    public static byte[] renamed(byte[] archive, String name, String inDirectory) {
        var forged = archive.clone();
        var at = lastIndexOf(forged, name.getBytes(StandardCharsets.UTF_8));
        System.arraycopy(inDirectory.getBytes(StandardCharsets.UTF_8), 0, forged, at, inDirectory.length());
        return forged;
    }

    public static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int start(byte[] archive) {
        return buffer(archive).getInt(archive.length - END_SIZE + START);
    }

    /** Adjusts every offset to the new position. */
    private static byte[] moved(byte[] prefix, byte[] archive) {
        var forged = joined(prefix, archive);
        var bytes = buffer(forged);
        var end = forged.length - END_SIZE;
        var start = start(archive) + prefix.length;
        bytes.putInt(end + START, start);
        for (var at = start; at < end; ) {
            bytes.putInt(at + HEADER_OFFSET, bytes.getInt(at + HEADER_OFFSET) + prefix.length);
            at += HEADER_SIZE + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return forged;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int lastIndexOf(byte[] bytes, byte[] sought) {
        for (var at = bytes.length - sought.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
