package io.redress.common.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Normalisation of text that a caller typed or pasted: Unicode NFC, usual code points instead of look-alikes ({@link
 * Ideographs}), and no invisible characters. A control or direction character (Unicode TR 36, "bidirectional text
 * spoofing") could make a line of a list, a file or a bulletin look different from what was entered.
 */
public final class CleanText {

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    private CleanText() {}

    /** For text of one line: each line break or run of blanks becomes one blank, and the text is trimmed. */
    public static String oneLine(String text) {
        var visible = text.codePoints()
                .filter(c -> !isMark(c))
                .map(c -> Blanks.isBlank(c) ? ' ' : Ideographs.unified(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return composed(BLANKS.matcher(visible).replaceAll(" ").strip());
    }

    /** For text of several lines: line ends become a line feed, tabs and blanks stay, and the text is trimmed. */
    public static String lines(String text) {
        return composed(LINE_ENDS
                .matcher(text)
                .replaceAll("\n")
                .codePoints()
                .filter(c -> !isMark(c) && (c == '\n' || c == '\t' || !Character.isISOControl(c)))
                .map(Ideographs::unified)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip());
    }

    /** Runs last: a letter and its accent compose only after an invisible character between them is gone. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Characters without width: direction marks, zero-width marks, soft hyphens, variation selectors. */
    private static boolean isMark(int c) {
        return Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
