package io.redress.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows a request by the session cookie or the bearer token it carries. A cookie is ignored on a changing request that
 * another site started, so that a page elsewhere cannot act for somebody who is signed in here. A cookie that proves
 * nothing is ignored too: a page can neither read nor drop it, and must be able to sign in again. A wrong bearer token fails.
 */
@ApplicationScoped
class TokenAuthentication implements HttpAuthenticationMechanism, IdentityProvider<TokenAuthentication.Secret> {

    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final TokensInForce tokens;

    TokenAuthentication(TokensInForce tokens) {
        this.tokens = tokens;
    }

    static final class Secret extends BaseAuthenticationRequest {
        private final String value;

        Secret(String value) {
            this.value = value;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var bearer = bearerOf(context);
        if (bearer != null) {
            return identities.authenticate(new Secret(bearer));
        }
        var cookie = BrowserCookie.SESSION.read(context);
        if (cookie == null || isForged(context)) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new Secret(cookie))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Secret secret, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                tokens.known(secret.value).map(TokenAuthentication::identity).orElse(null));
    }

    private static SecurityIdentity identity(Known known) {
        var viewer = known.viewer();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(viewer.accountId().toString()))
                .addRoles(viewer.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .addAttribute(CurrentViewer.ATTRIBUTE, known)
                .build();
    }

    private static String bearerOf(RoutingContext context) {
        var authorization = context.request().getHeader("Authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    private static boolean isForged(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin == null || SAFE.contains(context.request().method())) {
            return false;
        }
        try {
            var authority = context.request().authority();
            return authority == null
                    || !authority.toString().equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    @Override
    public Class<Secret> getRequestType() {
        return Secret.class;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Secret.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
