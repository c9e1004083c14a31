package io.redress.account;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** The viewer of the request at hand. */
@ApplicationScoped
public class CurrentViewer {

    static final String ATTRIBUTE = "viewer";

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
}
