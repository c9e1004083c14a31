package io.redress.file;

import java.nio.charset.StandardCharsets;

/** The two ends of a PDF. A page of script with {@code %PDF-} in front, or a broken upload, has only the first. */
final class PdfFrame {

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Readers look for the end mark in the last kilobyte, as scanners pad their files. */
    private static final int TAIL = 1024;

    private PdfFrame() {}

    static boolean isWhole(byte[] content) {
        for (var i = 0; i < HEADER.length; i++) {
            if (content.length <= i || content[i] != HEADER[i]) {
                return false;
            }
        }
        var start = Math.max(0, content.length - TAIL);
        return new String(content, start, content.length - start, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
}
