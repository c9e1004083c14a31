package io.redress.oidc;

import io.redress.account.Role;
import io.redress.signin.ExternalIdentity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The claims of an identity provider by name; a dot leads into a nested claim. */
record Claims(Map<String, Object> all) {

    /** The external identity that the claims describe. */
    ExternalIdentity person(OidcSettings settings) {
        var subject = text("sub").orElseThrow();
        var username = text("preferred_username").orElse(subject);
        return new ExternalIdentity(
                text("iss").orElseThrow(),
                subject,
                username,
                text("name").orElse(username),
                roles(settings.rolesClaim, settings.meanings()),
                settings.areaClaim.flatMap(this::text).orElse(null),
                settings.branchClaim.flatMap(this::text).orElse(null));
    }

    /** Maps the values of a claim to roles; unknown values are ignored. */
    Set<Role> roles(String claim, Map<String, Role> meanings) {
        var roles = EnumSet.noneOf(Role.class);
        texts(claim).stream().map(meanings::get).filter(Objects::nonNull).forEach(roles::add);
        return roles;
    }

    Optional<String> text(String claim) {
        return texts(claim).stream()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .findFirst();
    }

    private List<String> texts(String claim) {
        var value = at(all, claim);
        if (value instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    private static Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        var dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
