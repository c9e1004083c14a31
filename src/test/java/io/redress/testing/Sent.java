package io.redress.testing;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Personal data in the tests' requests, which must not appear unencrypted anywhere, whatever the response was. */
public final class Sent {

    /** Fields that are stored encrypted, by name; addresses are {@code {"areaCode", "text"}}. */
    private static final Pattern PERSONAL = Pattern.compile("\"(?:documentNumber|phone|otherPhone|emergencyPhone|"
            + "registeredPhone|salespersonPhone|bankAccount|streetAddress|text)\"\\s*:\\s*\"([^\"\\\\]+)\"");

    /** Shorter values occur by chance, and so do repetitions of one digit. */
    private static final int SHORTEST = 7;

    private static final Set<String> VALUES = ConcurrentHashMap.newKeySet();

    private Sent() {}

    static void note(Object body) {
        var text = body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(body);
        PERSONAL.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(value -> value.length() >= SHORTEST)
                .filter(value -> value.chars().distinct().count() > 2)
                .forEach(VALUES::add);
    }

    public static Set<String> values() {
        return Set.copyOf(VALUES);
    }
}
