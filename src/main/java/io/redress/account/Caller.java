package io.redress.account;

import io.redress.account.AccessToken.Kind;
import java.util.List;
import java.util.UUID;

/**
 * What is known of who is asking: the person, and what showed it.
 *
 * @param scopes what a script may do; says nothing of a session
 */
public record Caller(Viewer viewer, UUID tokenId, Kind by, List<String> scopes, boolean mustChangePassword) {

    public boolean isScript() {
        return by == Kind.SCRIPT;
    }
}
