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
 * What roles do not say about a request: a script does no more than its token's scopes name, and somebody who was given a
 * password chooses another one first. What each operation needs is read from the contract; what is not in it is not for scripts.
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
