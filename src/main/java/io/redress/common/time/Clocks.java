package io.redress.common.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Provides the clock, and dates in the bureau's time zone. */
@ApplicationScoped
public class Clocks {

    /** The time zone of all dates in the interface and in bulletins. */
    public static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

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

    /** For a command, which runs without dependency injection. */
    public static Clock system() {
        return new AdjustableClock();
    }

    /** The date at the bureau at this instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, BUREAU);
    }

    /** Midnight in the bureau's time zone at the beginning of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BUREAU).toInstant();
    }

    /** For people, in Shanghai time, without seconds: 2021-03-08 00:00. */
    public static String minuteOf(Instant instant) {
        return MINUTE.format(instant.atZone(BUREAU));
    }

    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }
}
