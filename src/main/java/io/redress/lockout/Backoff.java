package io.redress.lockout;

import java.time.Duration;
import java.time.Instant;

/**
 * Exponential backoff with a limit: the wait doubles with each further failure up to {@link #LONGEST_WAIT}, so nobody
 * is locked out for ever. Without further failures, the counted ones expire one by one.
 *
 * @param free number of the failure that causes the first wait
 * @param firstWait wait after that failure
 * @param forgetsOneEvery interval without a failure after which one failure expires
 */
record Backoff(int free, Duration firstWait, Duration forgetsOneEvery) {

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    Duration waitAfter(int failures) {
        var wait = failures < free ? Duration.ZERO : firstWait;
        for (var more = free; more < failures && wait.compareTo(LONGEST_WAIT) < 0; more++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Failures beyond the longest wait do not count; they would only take longer to expire. */
    int afterAnother(int failures) {
        return waitAfter(failures).equals(LONGEST_WAIT) ? failures : failures + 1;
    }

    int remembered(int failures, Instant last, Instant now) {
        var quiet = Duration.between(last, now);
        return quiet.isNegative() ? failures : (int) Math.max(0, failures - quiet.dividedBy(forgetsOneEvery));
    }

    /** The time after which every counter has expired. */
    Duration forgetsAllIn() {
        var most = free;
        while (afterAnother(most) > most) {
            most++;
        }
        return forgetsOneEvery.multipliedBy(most);
    }
}
