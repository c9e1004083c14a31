package io.redress.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Passwords are kept as salted Argon2id hashes, which take their time on purpose. */
@ApplicationScoped
class Passwords {

    /** OWASP's first choice: Argon2id, 19 MiB, two passes. */
    private static final Argon2Function HASHING = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Checked against when the name is unknown, so that the answer takes as long. */
    private static final String NOBODYS_HASH = hash("nobody's password");

    static String hash(String password) {
        return Password.hash(PasswordRule.normalised(password))
                .addRandomSalt(16)
                .with(HASHING)
                .getResult();
    }

    /** Never within a transaction: anybody may have this done, and each would hold one of few connections meanwhile. */
    @Transactional(Transactional.TxType.NEVER)
    boolean matches(String password, Optional<String> hash) {
        var matches = Password.check(PasswordRule.normalised(password), hash.orElse(NOBODYS_HASH))
                .with(HASHING);
        return matches && hash.isPresent();
    }
}
