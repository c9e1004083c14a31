package io.redress.account;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;

/**
 * Passwords as they are kept, but with the least memory there can be: the tests sign in thousands of times. What a hash costs is
 * looked at in {@link PasswordsTest}; the packaged program is tested with that.
 */
@Mock
@Singleton
public class QuickPasswords extends Passwords {

    private static final int KIB = 8;

    QuickPasswords() {
        super(KIB);
    }
}
