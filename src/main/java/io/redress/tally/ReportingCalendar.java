package io.redress.tally;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.start.StartRefused;
import io.redress.common.time.Clocks;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Defines the reporting week (报告周): seven days, ending on the weekday the bureau has chosen. The week closes on that
 * day at the chosen hour, Shanghai time; later entries belong to the next week.
 */
@ApplicationScoped
public class ReportingCalendar {

    private static final int HOURS_OF_A_DAY = 24;

    @ConfigMapping(prefix = "redress.reporting")
    interface Settings {
        /** The last day of a reporting week. */
        @WithDefault("SUNDAY")
        DayOfWeek weekEndsOn();

        /** The hour of that day at which the week closes, 1 to 24. */
        @WithDefault("24")
        int closeHour();

        /** Whether the service closes weeks at that hour by itself. */
        @WithDefault("true")
        boolean autoClose();
    }

    private final Settings settings;
    private final DayOfWeek lastDay;

    ReportingCalendar(Settings settings) {
        this.settings = settings;
        lastDay = settings.weekEndsOn();
    }

    void check(@Observes @Priority(StartRefused.CHECKS_FIRST) StartupEvent start) {
        if (settings.closeHour() < 1 || settings.closeHour() > HOURS_OF_A_DAY) {
            throw StartRefused.because(
                    "redress.reporting.close-hour 须为 1 到 24", "redress.reporting.close-hour must be 1 to 24");
        }
    }

    public String lastDay() {
        return lastDay.name();
    }

    public boolean closesItself() {
        return settings.autoClose();
    }

    public boolean isEndOfWeek(LocalDate day) {
        return day.getDayOfWeek() == lastDay;
    }

    /** The last day of the week to which this moment belongs. */
    public LocalDate endOfWeekOf(Instant moment) {
        var day = endOfWeekOf(Clocks.dateOf(moment));
        return moment.isBefore(cutOff(day)) ? day : day.plusWeeks(1);
    }

    public LocalDate endOfWeekOf(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(lastDay));
    }

    public LocalDate startOfWeekEnding(LocalDate endsOn) {
        return endsOn.minusDays(6);
    }

    public static Instant begin(LocalDate day) {
        return Clocks.startOf(day);
    }

    /** 24:00 of the day. */
    public static Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }

    /** Whether the week that ends on this day has passed its cut-off, closed or not. */
    public boolean isOver(LocalDate endsOn, Instant now) {
        return !now.isBefore(cutOff(endsOn));
    }

    /** The cut-off of the week that ends on this day. */
    public Instant cutOff(LocalDate endsOn) {
        return begin(endsOn).plus(Duration.ofHours(settings.closeHour()));
    }
}
