package io.redress.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers in the one form in which they are kept, compared and found: digits, and a + before foreign ones. */
public final class Phone {

    private static final Pattern PUNCTUATION = Pattern.compile("[-‐‑‒–—―−ー()/.]");
    private static final Pattern HOME_COUNTRY = Pattern.compile("(\\+|00)86");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    /** The old habit of dialling 0 before a mobile of another city, and 86 without its sign. */
    private static final Pattern PREFIXED_MOBILE = Pattern.compile("(0|86)(1[3-9]\\d{9})");

    /** Area codes are 010, 02x with eight digits, and four digits such as 0768 with seven or eight. */
    private static final Pattern LANDLINE = Pattern.compile("0(10|2\\d)[2-9]\\d{7}|0[3-9]\\d{2}[2-9]\\d{6,7}");

    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");

    /** 400 and 800 numbers, which a branch may give as its own. */
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");

    /** ITU E.164: fifteen digits at most. */
    private static final Pattern FOREIGN = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** The ranges given to operators; the regulator adds to them, so a number outside is only unusual. */
    private static final Pattern ASSIGNED =
            Pattern.compile("1(3\\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])\\d{8}");

    private Phone() {}

    /**
     * The number as it is kept: 13800138000, 07682393556, 2393556, +85291234567.
     *
     * @return empty when what was typed cannot be a telephone number
     */
    public static Optional<String> normalise(String typed) {
        var number = PUNCTUATION.matcher(TypedText.condensed(typed)).replaceAll("");
        var country = HOME_COUNTRY.matcher(number);
        if (country.lookingAt()) {
            return domestic(number.substring(country.end()));
        }
        if (number.startsWith("00")) {
            number = "+" + number.substring(2);
        }
        if (number.startsWith("+")) {
            return FOREIGN.matcher(number).matches() ? Optional.of(number) : Optional.empty();
        }
        return anyDomestic(number);
    }

    /** Whether it is a mobile number of a range that no operator is known to have: worth reading back to the caller. */
    public static boolean isUnusual(String normalised) {
        return MOBILE.matcher(normalised).matches()
                && !ASSIGNED.matcher(normalised).matches();
    }

    /** From abroad one dials the area code without its 0. */
    private static Optional<String> domestic(String afterCountry) {
        var isWithAreaCode = LANDLINE.matcher("0" + afterCountry).matches();
        return anyDomestic(isWithAreaCode ? "0" + afterCountry : afterCountry);
    }

    private static Optional<String> anyDomestic(String number) {
        var prefixed = PREFIXED_MOBILE.matcher(number);
        if (prefixed.matches()) {
            return Optional.of(prefixed.group(2));
        }
        var isPhone = MOBILE.matcher(number).matches()
                || LANDLINE.matcher(number).matches()
                || LOCAL.matcher(number).matches()
                || SERVICE.matcher(number).matches();
        return isPhone ? Optional.of(number) : Optional.empty();
    }
}
