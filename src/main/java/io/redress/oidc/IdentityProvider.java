package io.redress.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.redress.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Client of the identity provider: builds the authorization request and validates the response. Discovery runs on first
 * use.
 */
@ApplicationScoped
class IdentityProvider {

    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_KEYS = 256 * 1024;

    private final OidcSettings settings;
    private volatile Known known;

    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    IdentityProvider(OidcSettings settings) {
        this.settings = settings;
    }

    /** The authorization request URL. */
    URI signInAddress(Handshake handshake, URI returnTo) {
        try {
            var scope = new Scope("openid", "profile");
            var request = new AuthenticationRequest.Builder(ResponseType.CODE, scope, clientId(), returnTo)
                    .endpointURI(provider().metadata().getAuthorizationEndpointURI())
                    .state(handshake.state())
                    .nonce(handshake.nonce())
                    .codeChallenge(handshake.verifier(), CodeChallengeMethod.S256);
            if (settings.prompt.isPresent()) {
                request.prompt(Prompt.parse(settings.prompt.get()));
            }
            return request.build().toURI();
        } catch (ParseException e) {
            throw new IllegalStateException("redress.oidc.prompt", e);
        }
    }

    /** Exchanges the code and returns the claims of the validated ID token. */
    IDTokenClaimsSet claims(Map<String, List<String>> answer, Handshake handshake, URI returnTo) {
        try {
            var code = code(answer, handshake, returnTo);
            var grant = new AuthorizationCodeGrant(code, returnTo, handshake.verifier());
            var secret = new ClientSecretBasic(clientId(), new Secret(settings.clientSecret.orElseThrow()));
            var http = new TokenRequest.Builder(provider().metadata().getTokenEndpointURI(), secret, grant)
                    .build()
                    .toHTTPRequest();
            http.setConnectTimeout(PATIENCE_MILLIS);
            http.setReadTimeout(PATIENCE_MILLIS);
            var response = OIDCTokenResponseParser.parse(http.send());
            if (!response.indicatesSuccess()) {
                throw failed(response.toErrorResponse().getErrorObject().getCode());
            }
            var tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
            return provider().validator().validate(tokens.getIDToken(), handshake.nonce());
        } catch (ParseException | BadJOSEException e) {
            throw failed(e.getMessage());
        } catch (IOException | JOSEException e) {
            throw unavailable(e);
        }
    }

    private AuthorizationCode code(Map<String, List<String>> answer, Handshake handshake, URI returnTo)
            throws ParseException {
        var response = AuthenticationResponseParser.parse(returnTo, answer);
        if (!handshake.state().equals(response.getState())) {
            throw failed("state mismatch");
        }
        var issuer = response.getIssuer();
        if (issuer != null && !issuer.equals(issuer())) {
            throw failed("issuer mismatch");
        }
        if (!response.indicatesSuccess()) {
            throw failed(response.toErrorResponse().getErrorObject().getCode());
        }
        var code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw failed("no code");
        }
        return code;
    }

    /** The reason is for the operator and contains no personal data. */
    private static Problem failed(String reason) {
        LOG.infof("OpenID Connect sign-in failed: %s", reason);
        return Problem.of(401, "oidc-failed");
    }

    private static Problem unavailable(Exception e) {
        LOG.warn("cannot reach the identity provider, or it has no usable keys", e);
        return Problem.of(503, "oidc-unavailable");
    }

    private Known provider() {
        if (known == null) {
            try {
                known = met(OIDCProviderMetadata.resolve(issuer(), PATIENCE_MILLIS, PATIENCE_MILLIS));
            } catch (GeneralException | IOException e) {
                throw unavailable(e);
            }
        }
        return known;
    }

    private Known met(OIDCProviderMetadata metadata) throws MalformedURLException {
        var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_KEYS);
        var keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
                .retrying(true)
                .build();
        var selector = new JWSVerificationKeySelector<>(signatures(metadata), keys);
        return new Known(metadata, new IDTokenValidator(issuer(), clientId(), selector, null));
    }

    /** Asymmetric signatures only: anyone who knows the client secret could forge an HMAC. */
    private static Set<JWSAlgorithm> signatures(OIDCProviderMetadata metadata) {
        return metadata.getIDTokenJWSAlgs().stream()
                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                .collect(Collectors.toSet());
    }

    private Issuer issuer() {
        return new Issuer(settings.issuer.orElseThrow());
    }

    private ClientID clientId() {
        return new ClientID(settings.clientId.orElseThrow());
    }
}
