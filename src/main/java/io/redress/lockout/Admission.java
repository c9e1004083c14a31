package io.redress.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether a password may be tried.
 *
 * @param delay how long not, else zero
 * @param isNews whether this is the first refusal since the last try
 * @param counted where the try counts as failed until it proves right
 */
public record Admission(Duration delay, boolean isNews, List<Counted> counted) {

    /** One lane's count as it was, and when this try was added to it. */
    record Counted(UUID laneId, Instant at, int failuresBefore, Instant lastBefore) {}

    public boolean isRefused() {
        return !delay.isZero();
    }
}
