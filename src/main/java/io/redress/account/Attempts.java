package io.redress.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.common.event.DomainEvent;
import io.redress.common.event.Witnessed;
import io.redress.lockout.Doorkeeper;
import io.redress.lockout.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Tries of passwords, from the first word to the last. Each is short transactions around the slow look at the password: it
 * is counted, then refused or welcomed. One that comes too soon is refused without a look.
 */
@ApplicationScoped
class Attempts {

    /** For how long the address somebody signed in from is theirs. */
    static final Duration ADDRESS_KNOWN_FOR = Duration.ofDays(90);

    private final Doorkeeper doorkeeper;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Attempts(Doorkeeper doorkeeper, Event<DomainEvent> events, Clock clock) {
        this.doorkeeper = doorkeeper;
        this.events = events;
        this.clock = clock;
    }

    Attempt begin(String username, Caller caller) {
        var attempt = QuarkusTransaction.requiringNew().call(() -> admit(username, caller));
        if (attempt.admission().isRefused()) {
            throw AccountProblems.signInLocked(attempt.admission().delay());
        }
        return attempt;
    }

    private Attempt admit(String username, Caller caller) {
        var account = Account.named(username);
        var now = clock.instant();
        var visitor = new Visitor(
                username,
                account.map(known -> known.id).orElse(null),
                caller.address(),
                account.flatMap(known -> KnownDevice.of(known, caller.device(), now))
                        .map(device -> device.id)
                        .orElse(null),
                account.filter(known ->
                                AccessToken.isSignedInFrom(known, caller.address(), now.minus(ADDRESS_KNOWN_FOR)))
                        .isPresent());
        var attempt = new Attempt(
                visitor.accountId(), account.map(known -> known.passwordHash), caller, doorkeeper.admit(visitor));
        if (attempt.admission().isNews()) {
            witness("sign-in-locked", attempt);
        }
        return attempt;
    }

    /** The try stays counted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void refuse(Attempt attempt) {
        witness("sign-in-refused", attempt);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void welcome(Attempt attempt) {
        doorkeeper.welcome(attempt.admission());
    }

    private void witness(String action, Attempt attempt) {
        events.fire(new Witnessed(
                action,
                "account",
                attempt.accountId(),
                null,
                Map.of("address", attempt.caller().address())));
    }
}
