package io.redress.file;

import java.nio.charset.StandardCharsets;

/**
 * The header and the end mark of a PDF. A script with {@code %PDF-} in front, or a truncated upload, lacks the end
 * mark.
 */
final class PdfFrame {

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Readers search the end mark in the last kilobyte, because scanners pad their files. */
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
