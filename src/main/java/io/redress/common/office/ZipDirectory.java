package io.redress.common.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Central directory of a ZIP archive (APPNOTE.TXT 4.3.12). Its end record follows it directly and ends the file.
 *
 * @param start offset of the directory, at which the last file has to end
 */
record ZipDirectory(long start, List<Entry> entries) {

    private static final int MOST_ENTRIES = 10_000;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_SIZE = 56;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;

    private static final short SATURATED = -1;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Compression level, data descriptor, name in UTF-8. Encryption and patches are refused. */
    private static final int USUAL_FLAGS = 0x080E;

    private static final int DESCRIPTOR = 0x0008;

    /**
     * Names that readers interpret differently: Windows folders, absolute paths, names that lead upwards or end in
     * dots.
     */
    private static final Pattern ODD_NAME = Pattern.compile("[\\p{Cc}\\\\:]|^/|//|[. ](/|$)");

    private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");

    record Entry(
            String name, byte[] rawName, short flags, short method, int crc, long packedSize, long size, long offset) {

        boolean hasDescriptor() {
            return (flags & DESCRIPTOR) != 0;
        }

        boolean isDeflated() {
            return method == DEFLATED;
        }

        private void demandUsual() throws IOException {
            if ((flags & ~USUAL_FLAGS) != 0 || method != STORED && method != DEFLATED) {
                throw new IOException("an entry is encrypted or has an unusual compression method");
            }
            if (name.isEmpty() || ODD_NAME.matcher(name).find()) {
                throw new IOException("ambiguous file name");
            }
        }

        /** Equal for all names that a reader of office documents considers the same. */
        private String folded() {
            return ESCAPED.matcher(name)
                    .replaceAll(escape ->
                            Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))))
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
    }

    static ZipDirectory of(ByteBuffer bytes) throws IOException {
        var end = bytes.capacity() - END_SIZE;
        demand(bytes.getInt(end) == END && bytes.getShort(end + 20) == 0);
        demand(bytes.getShort(end + 4) == 0 && bytes.getShort(end + 6) == 0);
        demand(bytes.getShort(end + 8) == bytes.getShort(end + 10));
        var count = Short.toUnsignedLong(bytes.getShort(end + 10));
        var size = Integer.toUnsignedLong(bytes.getInt(end + 12));
        var start = Integer.toUnsignedLong(bytes.getInt(end + 16));
        if (end >= LOCATOR_64_SIZE + END_64_SIZE && bytes.getInt(end - LOCATOR_64_SIZE) == LOCATOR_64) {
            end -= LOCATOR_64_SIZE + END_64_SIZE;
            demandSame(bytes, end, count, size, start);
        }
        demand(start + size == end && count <= MOST_ENTRIES);
        var entries = new ArrayList<Entry>();
        for (var at = (int) start; at < end; at += lengthAt(bytes, at)) {
            entries.add(entry(bytes, at));
        }
        demand(entries.size() == count);
        demandDifferentNames(entries);
        return new ZipDirectory(start, entries);
    }

    /**
     * The ZIP64 end record has to repeat the values of the plain one; no accepted archive is large enough to need
     * ZIP64.
     */
    private static void demandSame(ByteBuffer bytes, int at, long count, long size, long start) throws IOException {
        demand(bytes.getInt(at) == END_64 && bytes.getLong(at + 4) == END_64_SIZE - 12);
        demand(bytes.getLong(at + END_64_SIZE + 8) == at && bytes.getInt(at + END_64_SIZE + 4) == 0);
        demand(bytes.getInt(at + 16) == 0 && bytes.getInt(at + 20) == 0);
        demand(bytes.getLong(at + 24) == count && bytes.getLong(at + 32) == count);
        demand(bytes.getLong(at + 40) == size && bytes.getLong(at + 48) == start);
    }

    private static int lengthAt(ByteBuffer bytes, int at) {
        return HEADER_SIZE
                + Short.toUnsignedInt(bytes.getShort(at + 28))
                + Short.toUnsignedInt(bytes.getShort(at + 30))
                + Short.toUnsignedInt(bytes.getShort(at + 32));
    }

    private static Entry entry(ByteBuffer bytes, int at) throws IOException {
        var disk = bytes.getShort(at + 34);
        demand(bytes.getInt(at) == HEADER && (disk == 0 || disk == SATURATED));
        var rawName = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
        bytes.get(at + HEADER_SIZE, rawName);
        var extra = ZipExtra.at(bytes, at + HEADER_SIZE + rawName.length, Short.toUnsignedInt(bytes.getShort(at + 30)));
        demand(!extra.hasOtherName());
        var places = extra.places(bytes.getInt(at + 24), bytes.getInt(at + 20), bytes.getInt(at + 42));
        demand(isWithin(places.offset(), bytes.capacity()) && isWithin(places.packedSize(), bytes.capacity()));
        demand(isWithin(places.size(), Integer.MAX_VALUE));
        var entry = new Entry(
                name(rawName),
                rawName,
                bytes.getShort(at + 8),
                bytes.getShort(at + 10),
                bytes.getInt(at + 16),
                places.packedSize(),
                places.size(),
                places.offset());
        entry.demandUsual();
        return entry;
    }

    private static boolean isWithin(long value, long limit) {
        return value >= 0 && value < limit;
    }

    private static String name(byte[] rawName) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(rawName))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(rawName, StandardCharsets.ISO_8859_1);
        }
    }

    private static void demandDifferentNames(List<Entry> entries) throws IOException {
        var names = new HashSet<String>();
        for (var entry : entries) {
            demand(names.add(entry.folded()));
        }
    }

    private static void demand(boolean isTrue) throws IOException {
        if (!isTrue) {
            throw new IOException("inconsistent central directory");
        }
    }
}
