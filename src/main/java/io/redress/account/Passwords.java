package io.redress.account;

import io.redress.common.secret.RandomSecrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Password hashing with salted Argon2id (RFC 9106), deliberately slow. Each hash contains its parameters: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
@Singleton
public class Passwords {

    /** OWASP's first recommendation: 19 MiB, two passes. */
    private static final int KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern WRITTEN =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final int kib;

    /** Compared with when the username is unknown, so that the response takes as long. */
    private final String nobodysHash;

    @Inject
    public Passwords() {
        this(KIB);
    }

    /** @param kib memory of a hash, in KiB */
    Passwords(int kib) {
        this.kib = kib;
        nobodysHash = hash("nobody's password");
    }

    public String hash(String password) {
        var salt = RandomSecrets.bytes(SALT_BYTES);
        var hash = argon2id(password, salt, kib, PASSES, LANES, HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(kib, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /**
     * Never in a transaction: an anonymous caller can trigger this, and each check would hold one of few connections.
     */
    @Transactional(Transactional.TxType.NEVER)
    public boolean matches(String password, Optional<String> hash) {
        return isMadeOf(password, hash.orElse(nobodysHash)) && hash.isPresent();
    }

    private static boolean isMadeOf(String password, String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalStateException("the password hash is not in Argon2id form");
        }
        var hash = Base64.getDecoder().decode(parts.group(5));
        var again = argon2id(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                hash.length);
        return MessageDigest.isEqual(hash, again);
    }

    private static byte[] argon2id(String password, byte[] salt, int kib, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(PasswordRule.normalised(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
