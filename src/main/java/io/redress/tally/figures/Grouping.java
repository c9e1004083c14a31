package io.redress.tally.figures;

import io.redress.tally.ReportingCalendar;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The periods into which a range of days is split. */
public enum Grouping {
    /** 报告周: whole weeks, by their closing or, while open, by the calendar. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The last day of the period that this day lies in. */
    LocalDate lastDayOf(LocalDate day, ReportingCalendar calendar) {
        return switch (this) {
            case WEEK -> calendar.endOfWeekOf(day);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTER ->
                day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(2).with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
