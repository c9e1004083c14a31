package io.redress.identity;

import io.redress.common.text.Blanks;
import java.util.Locale;

/** Cleans typed or pasted numbers of full-width characters, blanks of every kind and invisible marks. */
final class TypedText {

    private static final int FULL_WIDTH_OFFSET = '！' - '!';

    private TypedText() {}

    /** Half-width and upper case, without blanks and invisible characters; null becomes the empty string. */
    static String condensed(String typed) {
        if (typed == null) {
            return "";
        }
        var condensed = new StringBuilder(typed.length());
        typed.codePoints()
                .map(TypedText::halfWidth)
                .filter(c -> !Blanks.isBlank(c))
                .forEach(condensed::appendCodePoint);
        return condensed.toString().toUpperCase(Locale.ROOT);
    }

    private static int halfWidth(int c) {
        return c >= '！' && c <= '～' ? c - FULL_WIDTH_OFFSET : c;
    }
}
