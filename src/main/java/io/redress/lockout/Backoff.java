package io.redress.lockout;

import java.time.Duration;
import java.time.Instant;

/**
 * Exponential backoff with a limit: the wait doubles with each further failure and is never longer than {@link #LONGEST_WAIT},
 * so nobody is locked out for ever. While there is no further failure, failures are forgotten one by one.
 *
 * @param free the {@code free}th failure brings the first wait
 * @param firstWait after that failure
 * @param forgetsOneEvery time without a failure after which one is forgotten
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

    /** The count is of use up to the longest wait; a higher one would only take longer to be forgotten. */
    int afterAnother(int failures) {
        return waitAfter(failures).equals(LONGEST_WAIT) ? failures : failures + 1;
    }

    int remembered(int failures, Instant last, Instant now) {
        var quiet = Duration.between(last, now);
        return quiet.isNegative() ? failures : (int) Math.max(0, failures - quiet.dividedBy(forgetsOneEvery));
    }

    /** After which nothing is remembered, whatever was counted. */
    Duration forgetsAllIn() {
        var most = free;
        while (afterAnother(most) > most) {
            most++;
        }
        return forgetsOneEvery.multipliedBy(most);
    }
}
