package io.redress.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.AccessToken;
import io.redress.account.Account;
import io.redress.account.Rights;
import io.redress.area.Area;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.token.BrowserCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Federated sign-in. The first sign-in opens the account, and every sign-in updates its name, roles, area and branch
 * from the claims. After that it is an account with a session like any other.
 */
@ApplicationScoped
public class FederatedSignIn {

    private static final ConstraintProblems<Account> CONSTRAINTS =
            new ConstraintProblems<>(Map.of("account_branch_id_fkey", account -> Problem.of(403, "roles-refused")));

    private final Sessions sessions;
    private final Event<DomainEvent> events;
    private final Clock clock;

    FederatedSignIn(Sessions sessions, Event<DomainEvent> events, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the cookie of a new session; 403 when the user has no role here or the account is disabled. */
    public NewCookie signIn(ExternalIdentity person, RoutingContext http) {
        var origin = SignInOrigin.of(http);
        try {
            var secret = QuarkusTransaction.requiringNew()
                    .call(() -> sessions.open(appointed(person), origin, AccessToken.Means.IDENTITY_PROVIDER, false));
            return BrowserCookie.SESSION.of(secret, Sessions.LONGEST, http);
        } catch (Problem refusal) {
            QuarkusTransaction.requiringNew().run(() -> refused(person, refusal, origin.address()));
            throw refusal;
        }
    }

    private Account appointed(ExternalIdentity person) {
        if (person.roles().isEmpty()) {
            throw Problem.of(403, "no-role-here");
        }
        var account = Account.ofSubject(person.issuer(), person.subject()).orElseGet(() -> begun(person));
        if (account.disabled) {
            throw Problem.of(403, "account-disabled");
        }
        var isNew = account.id == null;
        var before = account.viewer();
        account.call(person.name());
        appoint(account, person);
        CONSTRAINTS.persistAndFlush(account);
        if (isNew || !account.viewer().equals(before)) {
            audit(isNew ? "account-opened" : "account-changed", account);
        }
        return account;
    }

    private Account begun(ExternalIdentity person) {
        var isTaken = Account.named(person.usernameHere()).isPresent();
        return Account.openedElsewhere(
                isTaken ? person.usernameOfSubject() : person.usernameHere(),
                person.issuer(),
                person.subject(),
                clock.instant());
    }

    /** Any error in the claims is a 403, because the user cannot correct them. */
    private static void appoint(Account account, ExternalIdentity person) {
        try {
            var branchId = person.branchId() == null ? null : UUID.fromString(person.branchId());
            // a provider that does not know yet that an area was abolished must not lock the user out
            var areaCode = Area.currentCode(Area.codeOf(person.areaCode(), "/areaCode"));
            account.appoint(new Rights(person.roles(), areaCode, branchId, false));
        } catch (IllegalArgumentException | Problem unfit) {
            throw Problem.of(403, "roles-refused");
        }
    }

    /** A user who has lost his roles at the provider also loses his sessions and tokens here. */
    private void refused(ExternalIdentity person, Problem refusal, String address) {
        var account = Account.ofSubject(person.issuer(), person.subject());
        account.ifPresent(known -> AccessToken.revokeAllOf(known, clock.instant()));
        events.fire(new AuditEvent(
                "sign-in-refused",
                "account",
                account.map(known -> known.id).orElse(null),
                null,
                Map.of("address", address, "reason", refusal.code())));
    }

    private void audit(String action, Account account) {
        var details = Map.<String, Object>of(
                "username", account.username, "roles", new TreeSet<>(account.roles), "issuer", account.oidcIssuer);
        events.fire(new AuditEvent(action, "account", account.id, null, details));
    }
}
