package io.redress.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.AccessToken;
import io.redress.account.Account;
import io.redress.account.AccountProblems;
import io.redress.account.KnownDevice;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.lockout.LoginAttempt;
import io.redress.lockout.LoginThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The life cycle of login attempts, in short transactions around the slow password check. An attempt is counted first,
 * then refused or taken back; an attempt during the wait is refused without a check.
 */
@ApplicationScoped
public class Attempts {

    /** How long an address counts as known after a sign-in from it. */
    static final Duration ADDRESS_KNOWN_FOR = Duration.ofDays(90);

    private final LoginThrottle throttle;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Attempts(LoginThrottle throttle, Event<DomainEvent> events, Clock clock) {
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    Attempt begin(String username, SignInOrigin origin) {
        var attempt = QuarkusTransaction.requiringNew().call(() -> admit(username, origin));
        if (attempt.decision().isRefused()) {
            throw AccountProblems.signInLocked(attempt.decision().delay());
        }
        return attempt;
    }

    private Attempt admit(String username, SignInOrigin origin) {
        var account = Account.named(username);
        var now = clock.instant();
        var login = new LoginAttempt(
                username,
                account.map(known -> known.id).orElse(null),
                origin.address(),
                account.flatMap(known -> KnownDevice.of(known, origin.cookie(), now))
                        .map(device -> device.id)
                        .orElse(null),
                account.filter(known ->
                                AccessToken.isSignedInFrom(known, origin.address(), now.minus(ADDRESS_KNOWN_FOR)))
                        .isPresent());
        var attempt =
                new Attempt(login.accountId(), account.map(known -> known.passwordHash), origin, throttle.admit(login));
        if (attempt.decision().isNews()) {
            audit("sign-in-locked", attempt);
        }
        return attempt;
    }

    /** Audits the failure; the attempt stays counted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void refuse(Attempt attempt) {
        audit("sign-in-refused", attempt);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void succeeded(Attempt attempt) {
        throttle.succeeded(attempt.decision());
    }

    private void audit(String action, Attempt attempt) {
        events.fire(new AuditEvent(
                action,
                "account",
                attempt.accountId(),
                null,
                Map.of("address", attempt.origin().address())));
    }
}
