package io.redress.contract;

import io.redress.testing.Secret;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Planted records that a caller may request by their real ids, and the secrets in them.
 * @param ids by the word of the path before them: {@code /registrations/{id}}
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

    /** The address of an operation on these records. */
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

    /** The id for a field or parameter: {@code platformId} gives a platform, {@code intoId} a registration. */
    String idNamed(String name) {
        return idBehind(NAMED.getOrDefault(name, name));
    }
}
