package io.redress.common.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system clock in microseconds, the precision of the database. A demonstration or a test may shift it to simulate a
 * year in seconds; a production start never offers a way to do so.
 */
public final class AdjustableClock extends Clock {

    private volatile Duration shift = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }

    /** Sets the time; the clock runs on from there. */
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
