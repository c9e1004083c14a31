package io.redress.common.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Extra fields of a ZIP header (APPNOTE.TXT 4.5). Only the ZIP64 sizes and a second name matter here. */
record ZipExtra(ByteBuffer bytes, Map<Integer, Integer> places) {

    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_NAME = 0x7075;
    private static final int SATURATED = -1;

    /** Unpacked and packed size in bytes, and the offset of the header. */
    record Places(long size, long packedSize, long offset) {}

    static ZipExtra at(ByteBuffer bytes, int at, int length) throws IOException {
        var places = new HashMap<Integer, Integer>();
        var end = at + length;
        // Fewer than four bytes are padding.
        for (var place = at; place + 4 <= end; ) {
            var id = Short.toUnsignedInt(bytes.getShort(place));
            var size = Short.toUnsignedInt(bytes.getShort(place + 2));
            if (place + 4 + size > end || places.put(id, place + 4) != null && id != 0) {
                throw new IOException("inconsistent extra fields");
            }
            place += 4 + size;
        }
        return new ZipExtra(bytes, places);
    }

    boolean hasOtherName() {
        return places.containsKey(UNICODE_NAME);
    }

    /**
     * The values of the header. For a saturated value, the next value of the ZIP64 field counts, in the order of the
     * header.
     */
    Places places(int size, int packedSize, int offset) throws IOException {
        var wide = places.get(ZIP64);
        var at = wide == null ? 0 : wide;
        var end = wide == null ? 0 : wide + Short.toUnsignedInt(bytes.getShort(wide - 2));
        var values = new long[] {size, packedSize, offset};
        for (var i = 0; i < values.length; i++) {
            if (values[i] != SATURATED) {
                values[i] = Integer.toUnsignedLong((int) values[i]);
                continue;
            }
            if (at + 8 > end) {
                throw new IOException("missing ZIP64 size");
            }
            values[i] = bytes.getLong(at);
            at += 8;
        }
        return new Places(values[0], values[1], values[2]);
    }
}
