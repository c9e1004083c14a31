package io.redress.signin;

import io.quarkus.scheduler.Scheduled;
import io.redress.account.AccessToken;
import io.redress.account.Account;
import io.redress.account.Caller;
import io.redress.account.KnownDevice;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.token.ActiveTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sessions, from opening to sign-out, idle timeout, expiry or revocation. */
@ApplicationScoped
public class Sessions {

    static final Duration LONGEST = Duration.ofHours(10);

    private static final int SIGN_INS_SHOWN = 20;

    private final ActiveTokens tokens;
    private final Duration idle;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Sessions(
            ActiveTokens tokens,
            @ConfigProperty(name = "redress.session.idle-timeout") Duration idle,
            Event<DomainEvent> events,
            Clock clock) {
        this.tokens = tokens;
        this.idle = idle;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    String open(Account account, SignInOrigin origin, AccessToken.Means means, boolean isNewDevice) {
        var secret = AccessToken.newSecret();
        var now = clock.instant();
        var address = origin.address();
        var session = AccessToken.session(account, address, means, origin.device(), secret, now, now.plus(LONGEST));
        if (isNewDevice) {
            session.fromNewDevice();
        }
        session.persist();
        events.fire(new AuditEvent("signed-in", "account", account.id, null, Map.of("address", address)));
        return secret;
    }

    @Transactional
    void signOut(String secret) {
        tokens.known(secret, AccessToken.Kind.SESSION).ifPresent(session -> {
            var accountId = session.viewer().accountId();
            AccessToken.revoke(session.tokenId(), clock.instant());
            events.fire(new AuditEvent("signed-out", "account", accountId, null, Map.of()));
            events.fire(new SignedOut(accountId));
        });
    }

    @Transactional
    List<SessionView> of(Caller me) {
        return AccessToken.sessionsOf(me.viewer().accountId(), clock.instant(), idle).stream()
                .map(session -> SessionView.of(session, session.id.equals(me.tokenId())))
                .toList();
    }

    /** The latest sign-ins, as long as ended sessions are kept. */
    @Transactional
    List<SignInView> signInsOf(Caller me) {
        return AccessToken.signInsOf(me.viewer().accountId(), SIGN_INS_SHOWN).stream()
                .map(session -> SignInView.of(session, session.id.equals(me.tokenId())))
                .toList();
    }

    @Transactional
    void end(UUID id, Caller me) {
        var session = AccessToken.sessionsOf(me.viewer().accountId(), clock.instant(), idle).stream()
                .filter(mine -> mine.id.equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        AccessToken.revoke(session.id, clock.instant());
        auditRevoked(me.viewer().accountId(), 1);
    }

    @Transactional
    void endOthers(Caller me) {
        var accountId = me.viewer().accountId();
        auditRevoked(accountId, AccessToken.revokeOthers(accountId, me.tokenId(), false, clock.instant()));
    }

    private void auditRevoked(UUID accountId, int count) {
        if (count > 0) {
            events.fire(new AuditEvent("session-revoked", "account", accountId, null, Map.of("sessions", count)));
        }
    }

    /** Ended sessions are kept as long as they show from which addresses an account usually signs in. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        AccessToken.forgetEndedBefore(clock.instant().minus(Attempts.ADDRESS_KNOWN_FOR));
        KnownDevice.forgetOld(clock.instant());
    }
}
