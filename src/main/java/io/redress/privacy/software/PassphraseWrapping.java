package io.redress.privacy.software;

import io.redress.common.secret.CommonPasswords;
import io.redress.common.secret.RandomSecrets;
import io.redress.privacy.KeysUnusable;
import io.redress.privacy.software.AgeFile.Stanza;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.util.Arrays;

/** Wraps by a passphrase with scrypt (RFC 7914), as age does: the file states salt and work factor. */
final class PassphraseWrapping implements Wrapping {

    static final int SHORTEST = 16;

    static final String TYPE = "scrypt";

    private static final String LABEL = "age-encryption.org/v1/scrypt";
    private static final int SALT = 16;
    private static final int KEY = 32;

    /** N = 2^17, r = 8, p = 1, the parameters of the OWASP Password Storage Cheat Sheet: 128 MB of memory. */
    private static final int WORK_FACTOR = 17;

    /** 256 MB, what the program age writes. More would end the service instead of starting it. */
    private static final int HIGHEST_WORK_FACTOR = 18;

    private final String passphrase;
    private List<Object> lastParameters;
    private byte[] lastKey;

    PassphraseWrapping(String passphrase) {
        this.passphrase = passphrase;
    }

    /** @throws KeysUnusable when the passphrase is weak */
    @Override
    public Stanza wrap(byte[] fileKey) {
        demandStrong(passphrase);
        var salt = RandomSecrets.bytes(SALT);
        return new Stanza(
                List.of(TYPE, Base64.getEncoder().withoutPadding().encodeToString(salt), Integer.toString(WORK_FACTOR)),
                AgeFile.seal(derive(salt, WORK_FACTOR), new byte[12], fileKey));
    }

    @Override
    public Optional<byte[]> unwrap(Stanza stanza) {
        if (!stanza.type().equals(TYPE) || stanza.arguments().size() != 3) {
            return Optional.empty();
        }
        var workFactor = Integer.parseInt(stanza.arguments().get(2));
        if (workFactor < 1 || workFactor > HIGHEST_WORK_FACTOR) {
            throw new KeysUnusable(
                    "密钥文件要求的 scrypt 工作因子 " + workFactor + " 超出范围（1 到 " + HIGHEST_WORK_FACTOR + "），未打开",
                    "the key file asks for the scrypt work factor " + workFactor + ", which is not between 1 and "
                            + HIGHEST_WORK_FACTOR + "; it is not opened");
        }
        var salt = Base64.getDecoder().decode(stanza.arguments().get(1));
        return AgeFile.open(derive(salt, workFactor), new byte[12], stanza.body());
    }

    /** Remembers the last key, because a file is read again after it was written. */
    private synchronized byte[] derive(byte[] salt, int workFactor) {
        var parameters = List.<Object>of(new String(salt, StandardCharsets.ISO_8859_1), workFactor);
        if (!parameters.equals(lastParameters)) {
            lastKey = SCrypt.generate(
                    passphrase.getBytes(StandardCharsets.UTF_8),
                    Arrays.concatenate(LABEL.getBytes(StandardCharsets.UTF_8), salt),
                    1 << workFactor,
                    8,
                    1,
                    KEY);
            lastParameters = parameters;
        }
        return lastKey;
    }

    /** A thief of the file can try passphrases without end. */
    private static void demandStrong(String passphrase) {
        if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST
                || CommonPasswords.includes(passphrase.toLowerCase(Locale.ROOT))) {
            throw new KeysUnusable(
                    "密钥文件的口令太弱：至少 " + SHORTEST + " 个字符，且不是常见口令",
                    "the passphrase of the key file is too weak: it needs " + SHORTEST
                            + " characters or more and must not be a common one");
        }
    }
}
