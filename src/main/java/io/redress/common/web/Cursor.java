package io.redress.common.web;

import io.redress.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An opaque place in a list. It names its list together with the filters in force, so that a cursor carried over to another
 * list, or to other filters, is refused instead of answering with the wrong rows.
 */
public final class Cursor {

    private Cursor() {}

    static String at(String list, String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((mark(list) + "|" + position).getBytes(StandardCharsets.UTF_8));
    }

    /** The position in a cursor of this list, or null for the first page; a foreign or broken cursor is a problem. */
    public static String position(String list, String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var mark = mark(list) + "|";
            if (text.startsWith(mark)) {
                return text.substring(mark.length());
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: as foreign as a cursor of another list.
        }
        throw Problem.of(400, "foreign-cursor");
    }

    private static String mark(String list) {
        return Integer.toHexString(list.hashCode());
    }
}
