package io.redress.account;

import io.redress.account.AccessToken.Kind;
import java.util.List;
import java.util.UUID;

/**
 * The authenticated caller: the viewer, and the token that proves it.
 *
 * @param scopes of a script; irrelevant for a session
 */
public record Caller(Viewer viewer, UUID tokenId, Kind by, List<String> scopes, boolean mustChangePassword) {

    public boolean isScript() {
        return by == Kind.SCRIPT;
    }
}
