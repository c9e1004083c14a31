package io.redress.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The hash that the service stores for a password. */
class PasswordsTest {

    /**
     * The hash of "nobody's password" by the reference implementation:
     * {@code argon2 0123456789abcdef -id -t 2 -k 19456 -p 1 -l 32 -e}.
     */
    private static final String BY_ANOTHER =
            "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$T7hWpcxQKy8QPIemaDq1Cy+D0QSij6kbF75xT0SceZQ";

    /** The hash of "password": {@code argon2 somesalt -id -t 3 -k 256 -p 2 -l 24 -e}. */
    private static final String WITH_OTHER_COSTS =
            "$argon2id$v=19$m=256,t=3,p=2$c29tZXNhbHQ$RmjTCsQYfmh47t6s8P2DxaCjDbLMFu8L";

    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_matches_its_own_password_only() {
        var hash = passwords.hash("slow kettle borrowed umbrella");
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.matches("slow kettle borrowed umbrella", Optional.of(hash)))
                .isTrue();
        assertThat(passwords.matches("Slow kettle borrowed umbrella", Optional.of(hash)))
                .isFalse();
        assertThat(passwords.hash("slow kettle borrowed umbrella")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void a_password_matches_in_other_unicode_forms() {
        var hash = passwords.hash("ｋｅｔｔｌｅ of cafe\u0301s");
        assertThat(passwords.matches("kettle of caf\u00e9s", Optional.of(hash))).isTrue();
    }

    @Test
    void a_hash_of_another_argon2_implementation_matches() {
        assertThat(passwords.matches("nobody's password", Optional.of(BY_ANOTHER)))
                .isTrue();
    }

    @Test
    void a_hash_with_other_cost_parameters_is_verified_with_them() {
        assertThat(passwords.matches("password", Optional.of(WITH_OTHER_COSTS))).isTrue();
    }

    @Test
    void no_password_matches_without_a_hash() {
        assertThat(passwords.matches("nobody's password", Optional.empty())).isFalse();
    }

    @Test
    void an_invalid_hash_throws_and_is_not_shown() {
        assertThatThrownBy(() -> passwords.matches("anything", Optional.of("$2y$10$abc")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("$2y");
    }
}
