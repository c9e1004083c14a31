package io.redress.common.database;

import java.time.Duration;

/**
 * The pace of long work on the database beside the running service: it rests as long as it worked, and tells now and
 * then how far it is. For one run in one thread.
 */
public final class Pace {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private long toldAt = System.nanoTime();
    private long workedSince = System.nanoTime();

    /** Whether it is time again to tell how far the work is; the caller then does so. */
    public boolean isTimeToTell() {
        var now = System.nanoTime();
        if (now - toldAt < TOLD_EVERY.toNanos()) {
            return false;
        }
        toldAt = now;
        return true;
    }

    /** To be called after each batch, so that requests have half of the database's time at least. */
    public void rest() throws InterruptedException {
        var worked = Duration.ofNanos(System.nanoTime() - workedSince);
        Thread.sleep(Math.min(LONGEST_REST.toMillis(), worked.toMillis()));
        workedSince = System.nanoTime();
    }
}
