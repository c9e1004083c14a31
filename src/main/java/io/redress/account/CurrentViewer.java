package io.redress.account;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The viewer of the current request. */
@ApplicationScoped
public class CurrentViewer {

    public static final String ATTRIBUTE = "known";

    private final SecurityIdentity identity;

    CurrentViewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Viewer get() {
        return known().viewer();
    }

    /** Refuses scripts, for operations that need a person who gives a reason. */
    public void demandInPerson() {
        if (known().isScript()) {
            throw AccountProblems.tokenNeedsSession();
        }
    }

    public Caller known() {
        return ifKnown().orElseThrow(UnauthorizedException::new);
    }

    public Optional<Caller> ifKnown() {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }
}
