package io.redress.bulletin.print;

import java.util.regex.Pattern;

/** Text as a Word document can hold it. */
public final class PrintableText {

    /** What XML 1.0 cannot say; lone surrogates fall out with it. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final int HALF_WIDTH_BELOW = 0x2E80;

    /** Quotation marks, dashes and dots, which Chinese fonts make as wide as a character. */
    private static final String WIDE_MARKS = "“”‘’—…·";

    private PrintableText() {}

    public static String of(String text) {
        return text == null ? "" : UNPRINTABLE.matcher(text).replaceAll("");
    }

    /** Its width in halves of a Chinese character; a Latin letter or a digit takes one. */
    public static int halfWidths(String text) {
        return text == null
                ? 0
                : text.codePoints()
                        .map(codePoint -> codePoint < HALF_WIDTH_BELOW && WIDE_MARKS.indexOf(codePoint) < 0 ? 1 : 2)
                        .sum();
    }
}
