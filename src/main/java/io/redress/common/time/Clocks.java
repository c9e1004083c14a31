package io.redress.common.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Hands the clock to whoever asks for one. */
@ApplicationScoped
public class Clocks {

    /** Dates that people and bulletins name are dates of this zone. */
    public static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    @Produces
    @Singleton
    @Typed(AdjustableClock.class)
    AdjustableClock adjustable() {
        return new AdjustableClock();
    }

    @Produces
    @Singleton
    Clock clock(AdjustableClock clock) {
        return clock;
    }

    /** For a command, which has no service to get its clock from. */
    public static Clock system() {
        return new AdjustableClock();
    }

    /** The bureau's calendar date at this instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, BUREAU);
    }

    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }
}
