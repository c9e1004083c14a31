package io.redress.token;

import io.redress.account.AccountProblems;
import io.redress.account.BeforePasswordChange;
import io.redress.account.Caller;
import io.redress.account.CurrentViewer;
import io.redress.common.contract.PublishedContract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Authorization beyond roles. A script may do only what its token's scopes allow, and a user with an initial password
 * must change it first. The published contract defines the scope of each operation; scripts cannot call operations that
 * are not in it.
 */
@ApplicationScoped
public class Guard {

    private final CurrentViewer current;
    private final PublishedContract contract;

    Guard(CurrentViewer current, PublishedContract contract) {
        this.current = current;
        this.contract = contract;
    }

    @ServerRequestFilter
    void pass(ResourceInfo resource) {
        var known = current.ifKnown().orElse(null);
        if (known == null) {
            return;
        }
        if (known.mustChangePassword()
                && !resource.getResourceMethod().isAnnotationPresent(BeforePasswordChange.class)) {
            throw AccountProblems.passwordChangeRequired();
        }
        if (known.isScript()) {
            demandScope(known, resource);
        }
    }

    private void demandScope(Caller script, ResourceInfo resource) {
        var operation = contract.operation(resource.getResourceClass(), resource.getResourceMethod());
        if (operation.isOpen()) {
            return;
        }
        var scope = operation.scope().orElseThrow(AccountProblems::tokenNeedsSession);
        if (!script.scopes().contains(scope)) {
            throw AccountProblems.tokenOutOfScope(scope);
        }
    }
}
