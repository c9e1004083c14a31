package io.redress.signin;

import io.redress.account.Account;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.lockout.LoginThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Login locks, for an administrator to see and lift. */
@ApplicationScoped
public class SignInLocks {

    private final LoginThrottle throttle;
    private final Event<DomainEvent> events;

    SignInLocks(LoginThrottle throttle, Event<DomainEvent> events) {
        this.throttle = throttle;
        this.events = events;
    }

    @Transactional
    List<SignInLockView> after(UUID id, int limit) {
        return throttle.lockedAfter(id, limit).stream()
                .map(lock -> SignInLockView.of(lock, lock.accountId() == null ? null : username(lock.accountId())))
                .toList();
    }

    private static String username(UUID accountId) {
        Account account = Account.findById(accountId);
        return account.username;
    }

    @Transactional
    void lift(UUID id) {
        var lock = throttle.lift(id);
        events.fire(new AuditEvent(
                "sign-in-lock-lifted",
                "account",
                lock.accountId(),
                null,
                Map.of("lane", lock.lane().name())));
    }
}
