package io.redress.account;

import io.redress.common.problem.Violations;
import io.redress.common.secret.CommonPasswords;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Password rule (NIST SP 800-63B 5.1.1.2): a minimum length and no common passwords. There are no rules about character
 * classes, and passwords do not expire.
 */
public final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private PasswordRule() {}

    /** Reports violations at the password's place in the request. */
    public static void check(String password, String username, String pointer, Violations violations) {
        var length = password.codePointCount(0, password.length());
        var plain = normalised(password).toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            violations.add(pointer, "password-too-short", Integer.toString(SHORTEST));
        } else if (length > LONGEST) {
            violations.add(pointer, "password-too-long", Integer.toString(LONGEST));
        } else if (plain.contains(username.toLowerCase(Locale.ROOT))) {
            violations.add(pointer, "password-has-username");
        } else if (CommonPasswords.includes(plain)) {
            violations.add(pointer, "password-common");
        }
    }

    /** NFKC: an input method may write full-width digits, which count as half-width. */
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
