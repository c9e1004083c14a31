package io.redress.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers in one normalised form for storage, comparison and search: digits, with a + before foreign numbers. */
public final class Phone {

    private static final Pattern PUNCTUATION = Pattern.compile("[-‐‑‒–—―−ー()/.]");
    private static final Pattern HOME_COUNTRY = Pattern.compile("(\\+|00)86");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    /** People dial 0 before a mobile number of another city, or write 86 without its plus sign. */
    private static final Pattern PREFIXED_MOBILE = Pattern.compile("(0|86)(1[3-9]\\d{9})");

    /** Area codes are 010, 02x with eight digits, and four digits such as 0768 with seven or eight. */
    private static final Pattern LANDLINE = Pattern.compile("0(10|2\\d)[2-9]\\d{7}|0[3-9]\\d{2}[2-9]\\d{6,7}");

    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");

    /** 400 and 800 numbers, which some branches use. */
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");

    /** ITU-T E.164: at most fifteen digits. */
    private static final Pattern FOREIGN = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** The ranges assigned to operators; the regulator adds to them, so another number is only unusual. */
    private static final Pattern ASSIGNED =
            Pattern.compile("1(3\\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])\\d{8}");

    private Phone() {}

    /**
     * Normalises to 13800138000, 07682393556, 2393556 or +85291234567.
     *
     * @return empty when the input cannot be a phone number
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

    /** Whether a mobile number is in no assigned range; the clerk should read it back to the caller. */
    public static boolean isUnusual(String normalised) {
        return MOBILE.matcher(normalised).matches()
                && !ASSIGNED.matcher(normalised).matches();
    }

    /** After the country code the area code is written without its 0. */
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
