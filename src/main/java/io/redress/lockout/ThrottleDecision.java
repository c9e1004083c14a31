package io.redress.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether a password may be tried.
 *
 * @param delay until the next attempt is allowed; zero when this one is
 * @param isNews whether this is the first refusal since the last attempt
 * @param counted where the attempt counts as failed until the password proves right
 */
public record ThrottleDecision(Duration delay, boolean isNews, List<Counted> counted) {

    /** A counter as it was, and when this attempt was added to it. */
    record Counted(UUID counterId, Instant at, int failuresBefore, Instant lastBefore) {}

    public boolean isRefused() {
        return !delay.isZero();
    }
}
