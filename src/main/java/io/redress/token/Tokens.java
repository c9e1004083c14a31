package io.redress.token;

import io.redress.account.AccessToken;
import io.redress.account.Account;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** API tokens, with which other systems and scripts act for the account that issued them. */
@ApplicationScoped
public class Tokens {

    private final Scopes scopes;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Tokens(Scopes scopes, Event<DomainEvent> events, Clock clock) {
        this.scopes = scopes;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    IssuedTokenView issue(IssueToken request, Viewer viewer) {
        var wanted = new TreeSet<>(request.scopes());
        demandAllowed(wanted, viewer);
        var secret = AccessToken.newSecret();
        var now = clock.instant();
        Account account = Account.findById(viewer.accountId());
        var token = AccessToken.script(
                account,
                request.name(),
                List.copyOf(wanted),
                secret,
                now,
                now.plus(request.validDays(), ChronoUnit.DAYS));
        token.persist();
        audit("token-issued", token);
        return new IssuedTokenView(token.id, token.name, token.scopes, secret, token.expiresAt);
    }

    private void demandAllowed(TreeSet<String> wanted, Viewer viewer) {
        var allowed = scopes.allowedTo(viewer.roles());
        var violations = new Violations();
        for (var scope : wanted) {
            if (!allowed.contains(scope)) {
                violations.add("/scopes", "scope-not-allowed", scope, String.join(", ", allowed));
            }
        }
        violations.demandNone();
    }

    @Transactional
    List<TokenView> of(Viewer viewer) {
        return AccessToken.scriptsOf(viewer.accountId()).stream()
                .map(TokenView::of)
                .toList();
    }

    /** The tokens of all accounts, for an administrator. */
    @Transactional
    List<TokenView> after(UUID id, int limit) {
        return AccessToken.scriptsAfter(id, limit).stream().map(TokenView::of).toList();
    }

    /** Users revoke their own tokens; an administrator may revoke any. */
    @Transactional
    void revoke(UUID id, Viewer viewer) {
        AccessToken token = AccessToken.findById(id);
        if (token == null
                || token.kind != AccessToken.Kind.SCRIPT
                || !token.account.id.equals(viewer.accountId()) && !viewer.is(Role.ADMIN)) {
            throw Problem.notFound();
        }
        if (token.revokedAt == null) {
            AccessToken.revoke(token.id, clock.instant());
            audit("token-revoked", token);
        }
    }

    private void audit(String action, AccessToken token) {
        events.fire(new AuditEvent(
                action,
                "access-token",
                token.id,
                null,
                Map.of(
                        "account", token.account.id.toString(),
                        "name", token.name,
                        "scopes", List.copyOf(token.scopes),
                        "expiresAt", token.expiresAt.toString())));
    }
}
