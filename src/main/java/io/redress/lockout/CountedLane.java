package io.redress.lockout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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

/** The failed tries of one lane. Locked in the database while it is looked at, so that many at once are counted one by one. */
@Entity
@Table(name = "sign_in_lane")
class CountedLane extends PanacheEntityBase {

    private static final UUID FIRST = new UUID(0, 0);

    @Id
    UUID id;

    String digest;

    @Enumerated(EnumType.STRING)
    Lane lane;

    UUID accountId;

    String address;

    int failures;

    Instant lastFailedAt;

    Instant lockedUntil;

    /** Whether a refusal has been told of since the last try; a flood of refused tries is told of once. */
    boolean refusalTold;

    /** The lane, there from now on and held until the transaction ends. */
    static CountedLane held(Lane lane, String digest, Visitor visitor, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into sign_in_lane (id, digest, lane, account_id, address, failures,"
                        + " last_failed_at, refusal_told) values (?1, ?2, ?3, ?4, ?5, 0, ?6, false)"
                        + " on conflict (digest) do update set digest = excluded.digest")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, digest)
                .setParameter(3, lane.name())
                .setParameter(4, lane == Lane.ADDRESS ? null : visitor.accountId())
                .setParameter(5, lane == Lane.NAME ? null : visitor.address())
                .setParameter(6, now)
                .executeUpdate();
        return find("digest", digest).firstResult();
    }

    static Optional<CountedLane> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    static List<CountedLane> lockedAfter(UUID id, Instant now, int limit) {
        return find("lockedUntil > ?1 and id > ?2 order by id", now, id == null ? FIRST : id)
                .page(0, limit)
                .list();
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    void countFailure(Instant now) {
        failures = lane.patience.afterAnother(lane.patience.remembered(failures, lastFailedAt, now));
        lastFailedAt = now;
        refusalTold = false;
        lock();
    }

    /** As it was before a try that proved right, if nobody else has failed meanwhile. */
    void takeBack(Admission.Counted counted) {
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
        var wait = lane.patience.waitAfter(failures);
        lockedUntil = wait.isZero() ? null : lastFailedAt.plus(wait);
    }
}
