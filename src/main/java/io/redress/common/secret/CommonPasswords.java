package io.redress.common.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Common passwords (NIST SP 800-63B 5.1.1.2), and the variations of them that people make. */
public final class CommonPasswords {

    /** A hundred thousand leaked passwords, from nbvcxz, and passwords common in China. */
    private static final List<String> LISTS = List.of("dictionaries/passwords.txt", "common-passwords.txt");

    private static final Pattern AT_THE_EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_REPEATED = 4;

    private CommonPasswords() {}

    /**
     * Listed, a listed word with digits and signs around it, a few repeated characters, or a sequence of keys.
     *
     * @param plain the password in lower case
     */
    public static boolean includes(String plain) {
        var once = once(plain);
        var word = AT_THE_EDGES.matcher(once).replaceAll("");
        var digits = once.replaceAll("\\D", "");
        if (once.codePointCount(0, once.length()) <= LONGEST_REPEATED || isRow(once)) {
            return true;
        }
        if (word.length() >= SHORTEST_WORD) {
            return isListed(List.of(plain, once, word));
        }
        return isRow(digits) || isListed(List.of(plain, once, once(digits)));
    }

    /** The repeated part, {@code abc} of {@code abcabcabcabc}; else the whole text. */
    private static String once(String text) {
        var repeatedAt = (text + text).indexOf(text, 1);
        return text.substring(0, repeatedAt < 0 ? text.length() : repeatedAt);
    }

    /** Such as 123456789012 or zyxwvutsrqpo. */
    private static boolean isRow(String text) {
        if (text.length() < SHORTEST_WORD) {
            return false;
        }
        var step = step(text, 1);
        for (var i = 2; i < text.length(); i++) {
            if (step(text, i) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static int step(String text, int i) {
        var step = text.charAt(i) - text.charAt(i - 1);
        var areDigits = Character.isDigit(text.charAt(i)) && Character.isDigit(text.charAt(i - 1));
        return areDigits && Math.abs(step) == 9 ? -Integer.signum(step) : step;
    }

    private static boolean isListed(List<String> candidates) {
        return LISTS.stream().anyMatch(list -> {
            var classes = Thread.currentThread().getContextClassLoader();
            try (var lines = new BufferedReader(
                    new InputStreamReader(classes.getResourceAsStream(list), StandardCharsets.UTF_8))) {
                return lines.lines().map(line -> line.toLowerCase(Locale.ROOT)).anyMatch(candidates::contains);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
