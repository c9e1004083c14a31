package io.redress.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.area.Area;
import io.redress.common.event.DomainEvent;
import io.redress.common.event.Witnessed;
import io.redress.common.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Signing in by another service's word. The account is opened at the first time, and is given at each time what the service
 * now says; from there on it is an account with a session like any other.
 */
@ApplicationScoped
public class SigningInElsewhere {

    private final Sessions sessions;
    private final Event<DomainEvent> events;
    private final Clock clock;

    SigningInElsewhere(Sessions sessions, Event<DomainEvent> events, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** The cookie of a new session; 403 for whoever has no role here, or has been disabled here. */
    public NewCookie signIn(PersonElsewhere person, RoutingContext http) {
        var address = Caller.of(http).address();
        try {
            var secret = QuarkusTransaction.requiringNew().call(() -> sessions.open(appointed(person), address));
            return BrowserCookie.SESSION.of(secret, Sessions.LONGEST, http);
        } catch (Problem refusal) {
            QuarkusTransaction.requiringNew().run(() -> refused(person, refusal, address));
            throw refusal;
        }
    }

    private Account appointed(PersonElsewhere person) {
        if (person.roles().isEmpty()) {
            throw Problem.of(403, "no-role-here");
        }
        var account = Account.ofSubject(person.issuer(), person.subject()).orElseGet(() -> begun(person));
        if (account.disabled) {
            throw Problem.of(403, "account-disabled");
        }
        var isNew = account.id == null;
        var before = account.viewer();
        account.name = person.name();
        appoint(account, person);
        save(account);
        if (isNew || !account.viewer().equals(before)) {
            witness(isNew ? "account-opened" : "account-changed", account);
        }
        return account;
    }

    private Account begun(PersonElsewhere person) {
        var account = new Account();
        var isTaken = Account.named(person.usernameHere()).isPresent();
        account.username = isTaken ? person.usernameOfSubject() : person.usernameHere();
        account.oidcIssuer = person.issuer();
        account.oidcSubject = person.subject();
        account.createdAt = clock.instant();
        return account;
    }

    /** What is wrong with the appointment is nothing that the person at the screen could correct. */
    private static void appoint(Account account, PersonElsewhere person) {
        try {
            var branchId = person.branchId() == null ? null : UUID.fromString(person.branchId());
            // a provider that does not know yet that an area was abolished keeps nobody out
            var areaCode = Area.currentCode(Area.codeOf(person.areaCode(), "/areaCode"));
            account.appoint(person.roles(), areaCode, branchId);
        } catch (IllegalArgumentException | Problem unfit) {
            throw Problem.of(403, "roles-refused");
        }
    }

    private static void save(Account account) {
        try {
            account.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw "account_branch_id_fkey".equals(e.getConstraintName()) ? Problem.of(403, "roles-refused") : e;
        }
    }

    /** Whoever has lost their roles there, has lost them here, and the sessions and tokens with them. */
    private void refused(PersonElsewhere person, Problem refusal, String address) {
        var account = Account.ofSubject(person.issuer(), person.subject());
        account.ifPresent(known -> AccessToken.revokeAllOf(known, clock.instant()));
        events.fire(new Witnessed(
                "sign-in-refused",
                "account",
                account.map(known -> known.id).orElse(null),
                null,
                Map.of("address", address, "reason", refusal.code())));
    }

    private void witness(String action, Account account) {
        var details = Map.<String, Object>of(
                "username", account.username, "roles", new TreeSet<>(account.roles), "issuer", account.oidcIssuer);
        events.fire(new Witnessed(action, "account", account.id, null, details));
    }
}
