package io.redress.bulletin.typeface;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The bytes of a TrueType file, patched before parsing. */
public final class FontFile {

    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int OFFSET = 8;
    private static final int LENGTH = 12;
    private static final int WIDTH = 4;
    private static final int UNNAMED = 0x00030000;

    /** Tables needed only for other scripts or vertical text; parsed, they take more memory than the glyphs. */
    private static final Set<String> UNUSED = Set.of("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "STAT");

    private final ByteBuffer bytes;

    FontFile(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Changes the advance width of all full-width characters. */
    void setSquareWidth(int square, int width) {
        var measured = Short.toUnsignedInt(bytes.getShort(offset(find("hhea")) + 34));
        var widths = offset(find("hmtx"));
        for (var at = widths; at < widths + WIDTH * measured; at += WIDTH) {
            if (bytes.getShort(at) == square) {
                bytes.putShort(at, (short) width);
            }
        }
    }

    /**
     * Hides what a bulletin does not use: some tables, the glyph names, and the glyphs from code that draws them, for
     * which the parser would copy them all. The glyphs are still embedded, because embedding reads the file.
     */
    void leaveOutUnused() {
        for (var entry = DIRECTORY; entry < end(); entry += ENTRY) {
            if (UNUSED.contains(tag(entry))) {
                bytes.putInt(entry, 0);
            }
        }
        bytes.putInt(offset(find("post")), UNNAMED);
        bytes.putInt(find("glyf") + LENGTH, 1);
    }

    private int find(String tag) {
        for (var entry = DIRECTORY; entry < end(); entry += ENTRY) {
            if (tag.equals(tag(entry))) {
                return entry;
            }
        }
        throw new IllegalStateException("the font has no table " + tag);
    }

    private int end() {
        return DIRECTORY + ENTRY * bytes.getShort(4);
    }

    private String tag(int entry) {
        var tag = new byte[4];
        bytes.get(entry, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private int offset(int entry) {
        return bytes.getInt(entry + OFFSET);
    }
}
