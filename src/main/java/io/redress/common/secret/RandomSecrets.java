package io.redress.common.secret;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passwords, tokens, keys, salts and nonces from the cryptographic random number generator. */
public final class RandomSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUP = 4;

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

    /** A text for people, who type it from a screen or hear it: groups of four letters or digits, without look-alikes. */
    public static String readable(int length) {
        var text = characters(READABLE, length);
        return IntStream.range(0, length / GROUP)
                .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining("-"));
    }

    /** A text of this length with random characters of the alphabet. */
    public static String characters(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
