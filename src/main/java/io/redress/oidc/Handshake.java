package io.redress.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.redress.common.secret.RandomSecrets;
import io.redress.common.text.Digests;

/**
 * One OpenID Connect sign-in, identified by a secret that only the initiating browser has. State, nonce and PKCE
 * verifier are derived from it by hashing, so that seeing one of them in a URL does not reveal the others.
 */
record Handshake(String secret) {

    static Handshake begin() {
        return new Handshake(RandomSecrets.base64Url(32));
    }

    State state() {
        return new State(drawn("state"));
    }

    Nonce nonce() {
        return new Nonce(drawn("nonce"));
    }

    CodeVerifier verifier() {
        return new CodeVerifier(drawn("verifier"));
    }

    private String drawn(String purpose) {
        return Digests.sha256(purpose + "\n" + secret);
    }

    @Override
    public String toString() {
        return "Handshake[]";
    }
}
