package io.redress.account;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;

/**
 * Password hashing with the least memory possible, because the tests sign in thousands of times. {@link PasswordsTest}
 * checks the real cost, and the tests of the packaged program use it.
 */
@Mock
@Singleton
public class QuickPasswords extends Passwords {

    private static final int KIB = 8;

    QuickPasswords() {
        super(KIB);
    }
}
