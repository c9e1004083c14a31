package io.redress.common.web;

import io.redress.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.Function;

/**
 * Cursor (keyset) pagination: an opaque position in a list. The cursor names its list and filters. If a caller uses it
 * with another list or other filters, the service refuses it instead of returning wrong rows.
 */
public final class Cursor {

    private Cursor() {}

    static String at(String list, String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((mark(list) + "|" + position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position in a cursor of this list, or null for the first page.
     *
     * @param parser reads the position that {@link Page#of} wrote, and fails on any other text
     * @throws Problem 400 if the cursor is broken, forged or from another list
     */
    public static <T> T position(String list, String cursor, Function<String, T> parser) {
        if (cursor == null) {
            return null;
        }
        try {
            return parser.apply(text(list, cursor));
        } catch (RuntimeException e) {
            throw Problem.of(400, "foreign-cursor");
        }
    }

    /** Parses a position that is a day. Refuses years that Java knows but the database does not. */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (text.length() != "2021-03-07".length()) {
            throw new IllegalArgumentException("not a year of four digits");
        }
        return day;
    }

    private static String text(String list, String cursor) {
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        var mark = mark(list) + "|";
        if (!text.startsWith(mark) || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("cursor of another list, or with a NUL character");
        }
        return text.substring(mark.length());
    }

    private static String mark(String list) {
        return Integer.toHexString(list.hashCode());
    }
}
