package io.redress.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether a password may be checked.
 *
 * @param delay until the next attempt is allowed; zero when this one is
 * @param isNews whether this is the first refusal since the last attempt
 * @param counted the counters that include this attempt until the password proves right
 */
public record ThrottleDecision(Duration delay, boolean isNews, List<Counted> counted) {

    /** A counter's state before this attempt, and the time of the attempt. */
    record Counted(UUID counterId, Instant at, int failuresBefore, Instant lastBefore) {}

    public boolean isRefused() {
        return !delay.isZero();
    }
}
