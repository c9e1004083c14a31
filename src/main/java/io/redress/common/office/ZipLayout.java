package io.redress.common.office;

import io.redress.common.office.ZipDirectory.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * ZIP archive (APPNOTE.TXT 6.3.10) in which every reader finds the same files. Word reads the central directory at the
 * end; other readers follow the header in front of each file. If the two differ, the program that checks the archive
 * sees another document than the program that opens it. This class accepts an archive only if its bytes are the files
 * one after the other, the directory, and nothing else.
 */
public final class ZipLayout {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int DESCRIPTOR = 0x08074b50;

    /** A data descriptor comes with or without a signature, and with sizes of four or eight bytes. */
    private static final List<Integer> DESCRIPTOR_SIZES = List.of(12, 16, 20, 24);

    private final byte[] archive;
    private final ByteBuffer bytes;
    private final ZipDirectory directory;

    private ZipLayout(byte[] archive) throws IOException {
        this.archive = archive;
        this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        this.directory = ZipDirectory.of(bytes);
    }

    /**
     * Reads an archive and unpacks each file once to check its size and checksum against the directory.
     *
     * @param most limit in bytes for all files together, unpacked
     * @throws IOException if readers could find different files, or the limit is exceeded
     */
    public static ZipLayout of(byte[] archive, long most) throws IOException {
        try {
            var layout = new ZipLayout(archive);
            if (layout.directory.entries().stream().mapToLong(Entry::size).sum() > most) {
                throw new IOException("unpacks to more than " + most + " bytes");
            }
            layout.demandOneAfterTheOther();
            for (var entry : layout.directory.entries()) {
                layout.unpack(entry, null);
            }
            return layout;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("corrupt archive", e);
        }
    }

    /** In the order of the directory. */
    public List<String> names() {
        return directory.entries().stream().map(Entry::name).toList();
    }

    /**
     * Unpacks one file.
     *
     * @throws IOException if there is no file of this name, or it is longer than {@code most} bytes
     */
    public byte[] read(String name, int most) throws IOException {
        var entry = directory.entries().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name));
        demand(entry.size() <= most, entry);
        var content = new byte[(int) entry.size()];
        unpack(entry, content);
        return content;
    }

    private void demandOneAfterTheOther() throws IOException {
        var inOrder = directory.entries().stream()
                .sorted(Comparator.comparing(Entry::offset))
                .toList();
        for (var i = 0; i < inOrder.size(); i++) {
            var next = i + 1 < inOrder.size() ? inOrder.get(i + 1).offset() : directory.start();
            check(inOrder.get(i), i == 0 ? 0 : inOrder.get(i).offset(), next);
        }
        if (inOrder.isEmpty()) {
            throw new IOException("empty archive");
        }
    }

    /** The local header has to repeat the directory's values, and the file has to end where the next one begins. */
    private void check(Entry entry, long begin, long next) throws IOException {
        var at = (int) entry.offset();
        demand(entry.offset() == begin && bytes.getInt(at) == LOCAL, entry);
        demand(bytes.getShort(at + 6) == entry.flags() && bytes.getShort(at + 8) == entry.method(), entry);
        var nameLength = Short.toUnsignedInt(bytes.getShort(at + 26));
        var extraLength = Short.toUnsignedInt(bytes.getShort(at + 28));
        var name = Arrays.copyOfRange(archive, at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength);
        demand(Arrays.equals(name, entry.rawName()), entry);
        var extra = ZipExtra.at(bytes, at + LOCAL_SIZE + nameLength, extraLength);
        demand(!extra.hasOtherName(), entry);
        demand(isListed(at, extra, entry) || entry.hasDescriptor() && isLeftOpen(at, extra), entry);
        var end = dataOf(entry) + entry.packedSize();
        if (entry.hasDescriptor()) {
            demand(end < next, entry);
            checkDescriptor(entry, (int) end, (int) next);
        } else {
            demand(end == next, entry);
        }
    }

    private boolean isListed(int at, ZipExtra extra, Entry entry) throws IOException {
        var places = extra.places(bytes.getInt(at + 22), bytes.getInt(at + 18), 0);
        return bytes.getInt(at + 14) == entry.crc()
                && places.size() == entry.size()
                && places.packedSize() == entry.packedSize();
    }

    /**
     * A writer that streams leaves the sizes at zero in the header and puts them in the data descriptor behind the
     * file.
     */
    private boolean isLeftOpen(int at, ZipExtra extra) throws IOException {
        var places = extra.places(bytes.getInt(at + 22), bytes.getInt(at + 18), 0);
        return bytes.getInt(at + 14) == 0 && places.size() == 0 && places.packedSize() == 0;
    }

    private void checkDescriptor(Entry entry, int at, int next) throws IOException {
        // A streaming reader cannot know where stored bytes end.
        demand(entry.isDeflated() || entry.packedSize() == 0, entry);
        demand(DESCRIPTOR_SIZES.contains(next - at), entry);
        var isSigned = (next - at) % 8 == 0;
        demand(!isSigned || bytes.getInt(at) == DESCRIPTOR, entry);
        var crc = isSigned ? at + 4 : at;
        var isLong = next - crc == 20;
        var packed = isLong ? bytes.getLong(crc + 4) : Integer.toUnsignedLong(bytes.getInt(crc + 4));
        var size = isLong ? bytes.getLong(crc + 12) : Integer.toUnsignedLong(bytes.getInt(crc + 8));
        demand(bytes.getInt(crc) == entry.crc() && packed == entry.packedSize() && size == entry.size(), entry);
    }

    private long dataOf(Entry entry) {
        var at = (int) entry.offset();
        return entry.offset()
                + LOCAL_SIZE
                + Short.toUnsignedInt(bytes.getShort(at + 26))
                + Short.toUnsignedInt(bytes.getShort(at + 28));
    }

    /** @param into null to check the file only */
    private void unpack(Entry entry, byte[] into) throws IOException {
        var data = (int) dataOf(entry);
        var packed = (int) entry.packedSize();
        var crc = new CRC32();
        if (entry.isDeflated()) {
            inflate(entry, data, into, crc);
        } else {
            demand(packed == entry.size(), entry);
            crc.update(archive, data, packed);
            if (into != null) {
                System.arraycopy(archive, data, into, 0, packed);
            }
        }
        demand((int) crc.getValue() == entry.crc(), entry);
    }

    private void inflate(Entry entry, int data, byte[] into, CRC32 crc) throws IOException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(archive, data, (int) entry.packedSize());
            var part = new byte[64 * 1024];
            var done = 0L;
            while (!inflater.finished()) {
                var length = inflater.inflate(part);
                demand((length > 0 || inflater.finished()) && done + length <= entry.size(), entry);
                crc.update(part, 0, length);
                if (into != null) {
                    System.arraycopy(part, 0, into, (int) done, length);
                }
                done += length;
            }
            demand(done == entry.size() && inflater.getBytesRead() == entry.packedSize(), entry);
        } catch (DataFormatException e) {
            throw new IOException("corrupt deflate data", e);
        } finally {
            inflater.end();
        }
    }

    private static void demand(boolean isTrue, Entry entry) throws IOException {
        if (!isTrue) {
            throw new IOException("inconsistent entry " + entry.name());
        }
    }
}
