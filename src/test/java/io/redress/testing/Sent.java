package io.redress.testing;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the tests have sent that is to be found nowhere in clear afterwards, whatever became of the request. */
public final class Sent {

    /** The fields of requests that are kept encrypted, by their names; addresses are {@code {"areaCode", "text"}}. */
    private static final Pattern PERSONAL = Pattern.compile("\"(?:documentNumber|phone|otherPhone|emergencyPhone|"
            + "registeredPhone|salespersonPhone|bankAccount|streetAddress|text)\"\\s*:\\s*\"([^\"\\\\]+)\"");

    /** Shorter ones are found by chance, and so are rows of one digit. */
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
