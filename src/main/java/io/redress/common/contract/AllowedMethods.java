package io.redress.common.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Allow (RFC 9110): the methods of each address, for OPTIONS and 405, read from the OpenAPI document. */
@ApplicationScoped
public class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final PublishedContract contract;
    private volatile List<Address> addresses;

    /** A path of the document: the pattern of its addresses, its number of literal characters, and its methods. */
    private record Address(Pattern pattern, int literal, String methods) {}

    AllowedMethods(PublishedContract contract) {
        this.contract = contract;
    }

    /** Empty for an address outside the document. As in Quarkus REST, a trailing slash makes no difference. */
    public Optional<String> at(String path) {
        if (addresses == null) {
            addresses = read();
        }
        var address = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return addresses.stream()
                .filter(each -> each.pattern().matcher(address).matches())
                .max(Comparator.comparing(Address::literal))
                .map(Address::methods);
    }

    private List<Address> read() {
        return contract.paths().properties().stream()
                .map(path -> address(path.getKey(), path.getValue()))
                .toList();
    }

    private static Address address(String template, JsonNode operations) {
        var literals = PARAMETER.split(template, -1);
        var pattern = Arrays.stream(literals).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        return new Address(Pattern.compile(pattern), String.join("", literals).length(), methods(operations));
    }

    private static String methods(JsonNode operations) {
        var methods = new TreeSet<String>();
        operations.fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
