package io.redress.tally.figures;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.tally.ReportingCalendar;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The periods into which a range of days is split. */
public enum Grouping implements Labelled {
    /** 报告周: whole weeks, by their closing or, while open, by the calendar. */
    WEEK("周", "Week"),
    MONTH("月", "Month"),
    QUARTER("季", "Quarter"),
    YEAR("年", "Year");

    private final Label label;

    Grouping(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

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
