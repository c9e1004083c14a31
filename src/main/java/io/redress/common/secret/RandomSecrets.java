package io.redress.common.secret;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** Passwords, tokens, keys, salts and nonces from the cryptographic random number generator. */
public final class RandomSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecrets() {}

    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Random bytes in Base64url without padding: such a text needs no quoting in a URL, a header or a file. */
    public static String base64Url(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** A text of this length with random characters of the alphabet. */
    public static String characters(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
