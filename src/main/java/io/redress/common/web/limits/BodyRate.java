package io.redress.common.web.limits;

import java.time.Duration;

/** Minimum data rate of request bodies (as MinRate in Apache's mod_reqtimeout), in force after an initial timeout. */
public final class BodyRate {

    /** Half a megabit per second: a telephone at the edge of its network. */
    private static final int SLOWEST_BYTES_A_SECOND = 64 * 1024;

    private BodyRate() {}

    /** The longest time that the service may have waited for the caller when this many bytes have arrived. */
    static Duration allowed(Duration timeout, long bytes) {
        return timeout.plusMillis(1000 * bytes / SLOWEST_BYTES_A_SECOND);
    }
}
