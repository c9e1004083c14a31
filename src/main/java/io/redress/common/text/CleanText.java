package io.redress.common.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Normalisation of text that a caller typed or pasted: Unicode NFC, with the characters that everybody types
 * ({@link Ideographs}), and without what cannot be seen. A control or direction character (Unicode TR 36, "bidirectional text
 * spoofing") would let a line of a list, a file or a bulletin say something else than what was entered.
 */
public final class CleanText {

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    private CleanText() {}

    /** Text of one line: a line break is a blank, as is every other run of blanks; none is left around it. */
    public static String oneLine(String text) {
        var visible = text.codePoints()
                .filter(c -> !isMark(c))
                .map(c -> Blanks.isBlank(c) ? ' ' : Ideographs.unified(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return composed(BLANKS.matcher(visible).replaceAll(" ").strip());
    }

    /** Text of several lines: they end in a line feed, tabs and the width of blanks stay; nothing is left around it. */
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

    /** Last of all: without an invisible mark between them, a letter and its accent become one. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** What has no width of its own: direction marks, zero-width marks, soft hyphens, variation selectors. */
    private static boolean isMark(int c) {
        return Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
