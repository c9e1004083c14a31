package io.redress.privacy;

/**
 * Masks (脱敏) personal data for viewers who only need to recognise it. Enough stays visible to tell two people on one
 * page apart; of values shorter than usual at most half. Null stays null.
 */
public final class Masks {

    private static final String HIDDEN = "*";

    private Masks() {}

    /** The first six and last four of 18 characters: with the county and the check, without the birth date. */
    public static String documentNumber(String number) {
        return number != null && length(number) >= 18 ? keep(number, 6, 4) : keepHalf(number, 4, 4);
    }

    /** The first three and last four digits of a mobile number: 138****8000. */
    public static String phone(String number) {
        return number != null && length(number) >= 11 ? keep(number, 3, 4) : keepHalf(number, 0, 4);
    }

    /** The last four digits, as on a receipt. */
    public static String bankAccount(String number) {
        return keepHalf(number, 0, 4);
    }

    /** The first three characters, without the length of the rest. */
    public static String streetAddress(String address) {
        if (address == null || address.isEmpty()) {
            return address;
        }
        var shown = Math.min(3, length(address) / 2);
        return address.substring(0, address.offsetByCodePoints(0, shown)) + HIDDEN.repeat(3);
    }

    /** Shows at most half of the text, as head and tail; the tail, which tells people apart, has the larger half. */
    private static String keepHalf(String text, int head, int tail) {
        if (text == null) {
            return null;
        }
        var shown = length(text) / 2;
        var shownTail = Math.min(tail, head == 0 ? shown : (shown + 1) / 2);
        return keep(text, Math.min(head, shown - shownTail), shownTail);
    }

    private static String keep(String text, int head, int tail) {
        var from = text.offsetByCodePoints(0, head);
        var to = text.offsetByCodePoints(text.length(), -tail);
        return text.substring(0, from) + HIDDEN.repeat(text.codePointCount(from, to)) + text.substring(to);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
