package io.redress.contract;

import io.redress.testing.Secret;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Records somebody may ask for by their real addresses, and what is written in them.
 *
 * @param ids by the word of the path they stand behind: {@code /registrations/{id}}
 */
record Planted(Map<String, String> ids, List<Secret> secrets) {

    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{[^}]+}");
    private static final Map<String, String> NAMED = Map.of(
            "platformId", "platforms",
            "branchId", "branches",
            "registrationId", "registrations",
            "intoId", "registrations",
            "investorId", "investors");
    private static final String UNKNOWN = "0198c0de-0000-4000-8000-000000000000";

    /** The address of an operation upon these records. */
    String address(String template) {
        return PARAMETER.matcher(template).replaceAll(found -> found.group(1) + "/" + idBehind(found.group(1)));
    }

    private String idBehind(String word) {
        return ids.getOrDefault(word, UNKNOWN);
    }

    LocalDate dayToCome() {
        return LocalDate.parse(idBehind("reporting-weeks")).plusDays(20);
    }

    String value(String what) {
        return secrets.stream()
                .filter(secret -> secret.what().equals(what))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** What a field or parameter of this name would name: {@code platformId} a platform, {@code intoId} a registration. */
    String idNamed(String name) {
        return idBehind(NAMED.getOrDefault(name, name));
    }
}
