package io.redress.common.web.limits;

import java.time.Duration;

/** The slowest rate at which a body may arrive (as MinRate of Apache's mod_reqtimeout): after a while, so many bytes a second. */
public final class BodyRate {

    /** Half a megabit in a second: a telephone at the edge of its network. */
    private static final int SLOWEST_BYTES_A_SECOND = 64 * 1024;

    private BodyRate() {}

    /** For how long the caller may have been waited for by the time that these bytes have arrived. */
    static Duration allowed(Duration timeout, long bytes) {
        return timeout.plusMillis(1000 * bytes / SLOWEST_BYTES_A_SECOND);
    }
}
