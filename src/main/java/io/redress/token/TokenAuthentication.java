package io.redress.token;

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
import io.redress.account.AccessToken.Kind;
import io.redress.account.Caller;
import io.redress.account.CurrentViewer;
import io.redress.account.Role;
import io.redress.common.web.RequestOrigin;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Authenticates a request by its session cookie or bearer token. The cookie is ignored on a changing request from
 * another site, so that a foreign page cannot act for a signed-in user. An invalid cookie is ignored too: a page can
 * neither read nor delete it, and the user must be able to sign in again. An invalid bearer token fails. A session's
 * secret works only as a cookie and a script's token only as a bearer token. Neither can so escape the other's
 * protection: the origin check, and the scopes.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism, IdentityProvider<TokenAuthentication.Secret> {

    private final ActiveTokens tokens;

    TokenAuthentication(ActiveTokens tokens) {
        this.tokens = tokens;
    }

    static final class Secret extends BaseAuthenticationRequest {
        private final String value;
        private final Kind kind;

        Secret(String value, Kind kind) {
            this.value = value;
            this.kind = kind;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var bearer = BearerToken.read(context);
        if (bearer != null) {
            return identities.authenticate(new Secret(bearer, Kind.SCRIPT));
        }
        var cookie = BrowserCookie.SESSION.read(context);
        if (cookie == null || RequestOrigin.isForeign(context.request())) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new Secret(cookie, Kind.SESSION))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Secret secret, AuthenticationRequestContext context) {
        return context.runBlocking(() -> tokens.known(secret.value, secret.kind)
                .map(TokenAuthentication::identity)
                .orElse(null));
    }

    private static SecurityIdentity identity(Caller known) {
        var viewer = known.viewer();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(viewer.accountId().toString()))
                .addRoles(viewer.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .addAttribute(CurrentViewer.ATTRIBUTE, known)
                .build();
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
