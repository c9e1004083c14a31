package io.redress.account;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.redress.account.AccessToken.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/** The viewer of the request at hand. */
@ApplicationScoped
public class CurrentViewer {

    static final String ATTRIBUTE = "viewer";
    static final String KIND = "kind";

    private final SecurityIdentity identity;

    CurrentViewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Viewer get() {
        Viewer viewer = identity.getAttribute(ATTRIBUTE);
        if (viewer == null) {
            throw new UnauthorizedException();
        }
        return viewer;
    }

    /** Whether a person who signed in is asking, and not a script. */
    boolean isSignedIn() {
        return identity.getAttribute(KIND) == Kind.SESSION;
    }
}
