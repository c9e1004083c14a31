package io.redress.lockout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import io.redress.common.record.SqlWrites;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The number of failed attempts of one browser, name or address. It is locked in the database while it is read, so that
 * simultaneous attempts are counted one by one.
 */
@Entity
@NotAudited("each failed attempt is told as an event")
@Table(name = "sign_in_lane")
@SqlWrites("sign-in-refused, sign-in-locked")
class FailureCounter extends PanacheEntityBase {

    private static final UUID FIRST = new UUID(0, 0);

    @Id
    UUID id;

    @InClear("a digest")
    String digest;

    @Enumerated(EnumType.STRING)
    FailureScope lane;

    UUID accountId;

    @InClear("of a network")
    String address;

    int failures;

    Instant lastFailedAt;

    Instant lockedUntil;

    /** Whether a refusal was audited since the last attempt; a flood of refused attempts is audited once. */
    boolean refusalTold;

    /** The counter, created if needed, locked until the transaction ends. */
    static FailureCounter held(FailureScope lane, String digest, LoginAttempt attempt, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into sign_in_lane (id, digest, lane, account_id, address, failures,"
                        + " last_failed_at, refusal_told) values (?1, ?2, ?3, ?4, ?5, 0, ?6, false)"
                        + " on conflict (digest) do update set digest = excluded.digest")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, digest)
                .setParameter(3, lane.name())
                .setParameter(4, lane == FailureScope.ADDRESS ? null : attempt.accountId())
                .setParameter(5, lane == FailureScope.NAME ? null : attempt.address())
                .setParameter(6, now)
                .executeUpdate();
        return find("digest", digest).firstResult();
    }

    static Optional<FailureCounter> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    static List<FailureCounter> lockedAfter(UUID id, Instant now, int limit) {
        return find("lockedUntil > ?1 and id > ?2 order by id", now, id == null ? FIRST : id)
                .page(0, limit)
                .list();
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    void countFailure(Instant now) {
        failures = lane.backoff.afterAnother(lane.backoff.remembered(failures, lastFailedAt, now));
        lastFailedAt = now;
        refusalTold = false;
        lock();
    }

    /**
     * Reverts an attempt whose password was right, if no other attempt has failed meanwhile; else reduces the count by
     * one.
     */
    void takeBack(ThrottleDecision.Counted counted) {
        if (lastFailedAt.equals(counted.at())) {
            failures = counted.failuresBefore();
            lastFailedAt = counted.lastBefore();
        } else {
            failures = Math.max(0, failures - 1);
        }
        lock();
        if (failures == 0) {
            delete();
        }
    }

    private void lock() {
        var wait = lane.backoff.waitAfter(failures);
        lockedUntil = wait.isZero() ? null : lastFailedAt.plus(wait);
    }

    /** Marks the refusal as audited, until the next attempt. */
    void tellRefusal() {
        refusalTold = true;
    }
}
