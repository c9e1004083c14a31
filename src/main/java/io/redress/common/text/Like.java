package io.redress.common.text;

/** Patterns for SQL {@code like … escape '\'} from user input: wildcards in the input are escaped. */
public final class Like {

    private Like() {}

    public static String beginningWith(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    public static String containing(String text) {
        return "%" + beginningWith(text);
    }
}
