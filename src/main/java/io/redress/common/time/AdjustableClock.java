package io.redress.common.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system clock, in microseconds as the database keeps them, that a demonstration or a test may shift to live through
 * a year in seconds. A production start never hands out the means to shift it.
 */
public final class AdjustableClock extends Clock {

    private volatile Duration shift = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }

    /** From now on the clock runs as if it were this moment. */
    public void setTo(Instant moment) {
        shift = Duration.between(Instant.now(), moment);
    }

    public void reset() {
        shift = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are UTC; only the reporting calendar knows another zone");
    }
}
