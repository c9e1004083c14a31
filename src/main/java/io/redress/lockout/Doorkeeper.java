package io.redress.lockout;

import io.quarkus.panache.common.Parameters;
import io.quarkus.scheduler.Scheduled;
import io.redress.common.problem.Problem;
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
 * Decides who may try a password now. A try counts as failed before the password is looked at, and is taken back if it was
 * right: however many try at once, no more of them are let in than the lanes allow.
 */
@ApplicationScoped
public class Doorkeeper {

    private final Clock clock;

    Doorkeeper(Clock clock) {
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Admission admit(Visitor visitor) {
        var now = clock.instant();
        var lanes = visitor.lanes().entrySet().stream()
                .map(lane -> CountedLane.held(lane.getKey(), lane.getValue(), visitor, now))
                .toList();
        var locked = lanes.stream().filter(lane -> lane.isLocked(now)).toList();
        return locked.isEmpty() ? letIn(lanes, now) : refuse(locked, now);
    }

    private static Admission letIn(List<CountedLane> lanes, Instant now) {
        var counted = lanes.stream()
                .map(lane -> new Admission.Counted(lane.id, now, lane.failures, lane.lastFailedAt))
                .toList();
        lanes.forEach(lane -> lane.countFailure(now));
        return new Admission(Duration.ZERO, false, counted);
    }

    private static Admission refuse(List<CountedLane> locked, Instant now) {
        var until = locked.stream()
                .map(lane -> lane.lockedUntil)
                .max(Instant::compareTo)
                .orElseThrow();
        var isNews = locked.stream().anyMatch(lane -> !lane.refusalTold);
        locked.forEach(lane -> lane.refusalTold = true);
        return new Admission(Duration.between(now, until), isNews, List.of());
    }

    /** The try was right: in their own lanes all is forgiven, in those shared with others this try alone. */
    @Transactional(TxType.MANDATORY)
    public void welcome(Admission admission) {
        for (var counted : admission.counted()) {
            CountedLane.held(counted.laneId()).ifPresent(lane -> {
                if (lane.lane == Lane.DEVICE || lane.lane == Lane.NAME_AND_ADDRESS) {
                    lane.delete();
                } else {
                    lane.takeBack(counted);
                }
            });
        }
    }

    @Transactional
    public List<Locked> lockedAfter(UUID id, int limit) {
        return CountedLane.lockedAfter(id, clock.instant(), limit).stream()
                .map(lane ->
                        new Locked(lane.id, lane.lane, lane.accountId, lane.address, lane.failures, lane.lockedUntil))
                .toList();
    }

    /** A lane in which nobody may try at present. */
    public record Locked(UUID id, Lane lane, UUID accountId, String address, int failures, Instant until) {}

    /** Lets everybody in the lane try again at once. */
    @Transactional(TxType.MANDATORY)
    public Locked lift(UUID id) {
        var lane = CountedLane.held(id).orElseThrow(Problem::notFound);
        lane.delete();
        return new Locked(lane.id, lane.lane, lane.accountId, lane.address, lane.failures, lane.lockedUntil);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Stream.of(Lane.values())
                .forEach(lane -> CountedLane.delete(
                        "lane = :lane and lastFailedAt < :old",
                        Parameters.with("lane", lane).and("old", clock.instant().minus(lane.patience.forgetsAllIn()))));
    }
}
