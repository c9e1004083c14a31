package io.redress.common.text;

/** Text somebody typed, for {@code like … escape '\'}: its own wildcards stand for themselves. */
public final class Like {

    private Like() {}

    public static String beginningWith(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    public static String containing(String text) {
        return "%" + beginningWith(text);
    }
}
