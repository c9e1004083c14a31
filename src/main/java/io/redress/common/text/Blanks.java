package io.redress.common.text;

/** Invisible characters: whitespace of every script, control characters, zero-width and other format characters. */
public final class Blanks {

    private Blanks() {}

    /** Includes ideographic and no-break spaces, and zero-width characters, which Excel and web pages leave in text. */
    public static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(Blanks::isBlank);
    }

    /** The text, or null if it has no visible character. */
    public static String toNull(String text) {
        return text == null || isBlank(text) ? null : text;
    }
}
