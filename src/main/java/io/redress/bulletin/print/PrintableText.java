package io.redress.bulletin.print;

import java.util.regex.Pattern;

/** Text without characters that a Word document cannot contain. */
public final class PrintableText {

    /** Characters outside XML 1.0, including lone surrogates. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final int HALF_WIDTH_BELOW = 0x2E80;

    /** Quotation marks, dashes and dots, which are full-width in Chinese fonts. */
    private static final String WIDE_MARKS = "“”‘’—…·";

    private PrintableText() {}

    public static String of(String text) {
        return text == null ? "" : UNPRINTABLE.matcher(text).replaceAll("");
    }

    /** Width in half-widths: 1 for a Latin letter or a digit, 2 for a Chinese character. */
    public static int halfWidths(String text) {
        return text == null
                ? 0
                : text.codePoints()
                        .map(codePoint -> codePoint < HALF_WIDTH_BELOW && WIDE_MARKS.indexOf(codePoint) < 0 ? 1 : 2)
                        .sum();
    }
}
