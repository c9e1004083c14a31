package io.redress.common.text;

/** What shows nothing: blanks of every script, control characters, zero-width and other invisible marks. */
public final class Blanks {

    private Blanks() {}

    /** The ideographic space and the no-break space are blanks; Excel and web pages also leave zero-width marks. */
    public static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(Blanks::isBlank);
    }

    /** The text, or null where nothing can be seen of it. */
    public static String toNull(String text) {
        return text == null || isBlank(text) ? null : text;
    }
}
