package io.redress.identity;

import java.util.regex.Pattern;

/**
 * Bank card numbers: 16 to 19 digits with a check digit by ISO/IEC 7812 (Luhn). Company accounts and old passbooks
 * follow no rule, so a failed check is only a warning.
 */
public final class BankCard {

    private static final Pattern FORM = Pattern.compile("\\d{16,19}");

    private BankCard() {}

    public static boolean isValid(String number) {
        if (number == null || !FORM.matcher(number).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
