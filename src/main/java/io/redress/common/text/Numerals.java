package io.redress.common.text;

/** Chinese numerals, for numbered sections. */
public final class Numerals {

    private static final String DIGITS = "一二三四五六七八九";

    private Numerals() {}

    /** @param number 1 to 99 */
    public static String of(int number) {
        var tens = number / 10;
        var text = tens == 0 ? "" : (tens == 1 ? "" : digit(tens)) + "十";
        return number % 10 == 0 ? text : text + digit(number % 10);
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit - 1, digit);
    }
}
