package io.redress.account;

import io.redress.account.AccessToken.Kind;
import java.util.List;
import java.util.UUID;

/**
 * What is known of who is asking: the person, and what showed it.
 *
 * @param scopes what a script may do; says nothing of a session
 */
record Known(Viewer viewer, UUID tokenId, Kind by, List<String> scopes, boolean mustChangePassword) {

    static Known by(AccessToken token) {
        return new Known(
                token.account.viewer(),
                token.id,
                token.kind,
                List.copyOf(token.scopes),
                token.account.mustChangePassword);
    }

    boolean isScript() {
        return by == Kind.SCRIPT;
    }
}
