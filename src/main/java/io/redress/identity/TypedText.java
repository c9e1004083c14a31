package io.redress.identity;

import io.redress.common.text.Blanks;
import java.util.Locale;

/** What people type or paste into a field for a number: full-width digits, blanks of every kind, invisible marks. */
final class TypedText {

    private static final int FULL_WIDTH_OFFSET = '！' - '!';

    private TypedText() {}

    /** Half-width, without blanks and invisible characters, in upper case; nothing typed is the empty text. */
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
