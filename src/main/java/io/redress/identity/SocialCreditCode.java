package io.redress.identity;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015). A failed check is only a warning, because some codes in use
 * fail it.
 */
public final class SocialCreditCode {

    static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private SocialCreditCode() {}

    /** Whether the code has 18 characters of the standard's set and a correct check character. */
    public static boolean isValid(String code) {
        if (code.length() != 18 || code.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
