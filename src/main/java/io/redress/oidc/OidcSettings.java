package io.redress.oidc;

import io.quarkus.runtime.Startup;
import io.redress.account.Role;
import io.redress.common.start.StartRefused;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** OpenID Connect settings, with the mapping of claim values to roles. Validated at startup. */
@Startup(StartRefused.CHECKS_FIRST)
@Singleton
class OidcSettings {

    @ConfigProperty(name = "redress.oidc.issuer")
    Optional<URI> issuer;

    @ConfigProperty(name = "redress.oidc.client-id")
    Optional<String> clientId;

    @ConfigProperty(name = "redress.oidc.client-secret")
    Optional<String> clientSecret;

    /** Each entry is {@code VALUE:ROLE}, a value of the claim and a role of Redress. */
    @ConfigProperty(name = "redress.oidc.roles")
    Optional<List<String>> roles;

    @ConfigProperty(name = "redress.oidc.claims.roles")
    String rolesClaim;

    @ConfigProperty(name = "redress.oidc.claims.area")
    Optional<String> areaClaim;

    @ConfigProperty(name = "redress.oidc.claims.branch")
    Optional<String> branchClaim;

    @ConfigProperty(name = "redress.oidc.prompt")
    Optional<String> prompt;

    @ConfigProperty(name = "redress.oidc.landing")
    String landing;

    private Map<String, Role> meanings = Map.of();

    @PostConstruct
    void check() {
        if (!isOn()) {
            return;
        }
        if (clientId.isEmpty() || clientSecret.isEmpty() || roles.isEmpty()) {
            throw StartRefused.because(
                    "redress.oidc.issuer 须同时设 redress.oidc.client-id、.client-secret 和 .roles",
                    "redress.oidc.issuer needs redress.oidc.client-id, .client-secret and .roles");
        }
        if (!isSafe(issuer.get())) {
            throw StartRefused.because(
                    "redress.oidc.issuer 须为 https（本机除外）", "redress.oidc.issuer must be https, except on this machine");
        }
        if (!landing.startsWith("/") || landing.startsWith("//")) {
            throw StartRefused.because(
                    "redress.oidc.landing 须为本服务的路径", "redress.oidc.landing must be a path of this service");
        }
        meanings = roles.get().stream().collect(Collectors.toMap(OidcSettings::value, OidcSettings::role));
    }

    boolean isOn() {
        return issuer.isPresent();
    }

    /** Claim value → role. */
    Map<String, Role> meanings() {
        return meanings;
    }

    private static boolean isSafe(URI issuer) {
        return "https".equals(issuer.getScheme())
                || "http".equals(issuer.getScheme())
                        && ("localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost()));
    }

    private static String value(String pair) {
        return pair.substring(0, Math.max(0, pair.lastIndexOf(':'))).strip();
    }

    private static Role role(String pair) {
        try {
            return Role.valueOf(pair.substring(pair.lastIndexOf(':') + 1).strip());
        } catch (IllegalArgumentException noRole) {
            throw StartRefused.because(
                    "redress.oidc.roles 中 " + pair + " 不是 值:角色", "redress.oidc.roles: " + pair + " is not VALUE:ROLE");
        }
    }
}
