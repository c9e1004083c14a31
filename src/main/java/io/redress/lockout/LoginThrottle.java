package io.redress.lockout;

import io.quarkus.panache.common.Parameters;
import io.quarkus.scheduler.Scheduled;
import io.redress.common.problem.Problem;
import io.redress.common.record.SqlWrites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Login throttling (OWASP ASVS 2.2.1): decides whether a password may be checked now. An attempt counts as failed
 * before the password is checked, and is taken back if the password was right. Simultaneous attempts therefore cannot
 * exceed the limits.
 */
@ApplicationScoped
@SqlWrites("sign-in-refused, sign-in-locked, sign-in-lock-lifted")
public class LoginThrottle {

    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public ThrottleDecision admit(LoginAttempt attempt) {
        var now = clock.instant();
        var counters = attempt.scopes().entrySet().stream()
                .map(scope -> FailureCounter.held(scope.getKey(), scope.getValue(), attempt, now))
                .toList();
        var locked = counters.stream().filter(counter -> counter.isLocked(now)).toList();
        return locked.isEmpty() ? allow(counters, now) : refuse(locked, now);
    }

    private static ThrottleDecision allow(List<FailureCounter> counters, Instant now) {
        var counted = counters.stream()
                .map(counter -> new ThrottleDecision.Counted(counter.id, now, counter.failures, counter.lastFailedAt))
                .toList();
        counters.forEach(counter -> counter.countFailure(now));
        return new ThrottleDecision(Duration.ZERO, false, counted);
    }

    private static ThrottleDecision refuse(List<FailureCounter> locked, Instant now) {
        var until = locked.stream()
                .map(counter -> counter.lockedUntil)
                .max(Instant::compareTo)
                .orElseThrow();
        var isNews = locked.stream().anyMatch(counter -> !counter.refusalTold);
        locked.forEach(FailureCounter::tellRefusal);
        return new ThrottleDecision(Duration.between(now, until), isNews, List.of());
    }

    /**
     * Call when the password was right. Clears the counters of this browser, and of this name at this address. Counters
     * shared with others are reduced by this attempt only.
     */
    @Transactional(TxType.MANDATORY)
    public void succeeded(ThrottleDecision decision) {
        for (var counted : decision.counted()) {
            FailureCounter.held(counted.counterId()).ifPresent(counter -> {
                if (counter.lane == FailureScope.DEVICE || counter.lane == FailureScope.NAME_AND_ADDRESS) {
                    counter.delete();
                } else {
                    counter.takeBack(counted);
                }
            });
        }
    }

    @Transactional
    public List<Locked> lockedAfter(UUID id, int limit) {
        return FailureCounter.lockedAfter(id, clock.instant(), limit).stream()
                .map(Locked::of)
                .toList();
    }

    /** A counter that is locked now. */
    public record Locked(UUID id, FailureScope lane, UUID accountId, String address, int failures, Instant until) {

        private static Locked of(FailureCounter counter) {
            return new Locked(
                    counter.id,
                    counter.lane,
                    counter.accountId,
                    counter.address,
                    counter.failures,
                    counter.lockedUntil);
        }
    }

    /** Unlocks the counter at once. */
    @Transactional(TxType.MANDATORY)
    public Locked lift(UUID id) {
        var counter = FailureCounter.held(id).orElseThrow(Problem::notFound);
        counter.delete();
        return Locked.of(counter);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Stream.of(FailureScope.values())
                .forEach(lane -> FailureCounter.delete(
                        "lane = :lane and lastFailedAt < :old",
                        Parameters.with("lane", lane).and("old", clock.instant().minus(lane.backoff.forgetsAllIn()))));
    }
}
