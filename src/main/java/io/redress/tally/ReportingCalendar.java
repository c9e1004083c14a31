package io.redress.tally;

import io.redress.common.time.Clocks;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Which days make a reporting week: seven of them, ending on the weekday the bureau has chosen, Shanghai time. */
@ApplicationScoped
public class ReportingCalendar {

    @ConfigMapping(prefix = "redress.reporting")
    interface Settings {
        /** The last day of a reporting week. */
        @WithDefault("SUNDAY")
        DayOfWeek weekEndsOn();
    }

    private final DayOfWeek lastDay;

    ReportingCalendar(Settings settings) {
        lastDay = settings.weekEndsOn();
    }

    String lastDay() {
        return lastDay.name();
    }

    boolean isEndOfWeek(LocalDate day) {
        return day.getDayOfWeek() == lastDay;
    }

    /** The last day of the week in which this moment lies. */
    LocalDate endOfWeekOf(Instant moment) {
        return Clocks.dateOf(moment).with(TemporalAdjusters.nextOrSame(lastDay));
    }

    LocalDate startOfWeekEnding(LocalDate endsOn) {
        return endsOn.minusDays(6);
    }

    Instant begin(LocalDate day) {
        return day.atStartOfDay(Clocks.BUREAU).toInstant();
    }

    /** 24:00 of the day. */
    Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }
}
