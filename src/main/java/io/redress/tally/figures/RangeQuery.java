package io.redress.tally.figures;

import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.common.problem.Problem;
import io.redress.platform.Platform;
import io.redress.tally.Measure;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.TallyProblems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The query for figures of a range.
 *
 * @param from first day, Shanghai time
 * @param to last day, inclusive
 * @param by null for the range as one period
 * @param platformId null for all platforms together with the figures counted over all
 * @param areaCode an area and everything below it; null for all areas in the caller's scope
 * @param byPlatform whether to split by platform
 * @param byTown whether to split by town
 * @param measures empty for all
 */
public record RangeQuery(
        LocalDate from,
        LocalDate to,
        Grouping by,
        UUID platformId,
        String areaCode,
        boolean byPlatform,
        boolean byTown,
        Set<Measure> measures) {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2099;

    private static final LocalDate EARLIEST = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(LAST_YEAR, 12, 31);

    /** Weekly periods of more than seven years. */
    static final int MOST_PERIODS = 400;

    /** First and last day, both inclusive. */
    public record Period(LocalDate startsOn, LocalDate endsOn) {}

    /** In order and without gaps. Reporting weeks are whole; other periods end with the range. */
    public List<Period> periods(ReportingCalendar calendar) {
        demandRange();
        if (by == null) {
            return List.of(new Period(from, to));
        }
        var periods = new ArrayList<Period>();
        var day = by == Grouping.WEEK ? calendar.startOfWeekEnding(calendar.endOfWeekOf(from)) : from;
        while (!day.isAfter(to)) {
            var end = by.lastDayOf(day, calendar);
            periods.add(new Period(day, by != Grouping.WEEK && end.isAfter(to) ? to : end));
            day = end.plusDays(1);
        }
        if (periods.size() > MOST_PERIODS) {
            throw TallyProblems.tooManyPeriods(periods.size(), MOST_PERIODS);
        }
        return periods;
    }

    private void demandRange() {
        for (var day : List.of(from, to)) {
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw TallyProblems.dayOutside(day == from ? "?from" : "?to", EARLIEST, LATEST);
            }
        }
        if (from.isAfter(to)) {
            throw TallyProblems.fromAfterTo(from, to);
        }
    }

    /**
     * Returns the requested areas within the caller's scope.
     *
     * @throws Problem 404 when they lie outside it
     */
    AreaScope within(AreaScope scope) {
        if (areaCode == null) {
            return scope;
        }
        var area = AreaScope.of(Area.codeOf(areaCode, "?areaCode"));
        if (!area.prefix().startsWith(scope.prefix())) {
            throw Problem.notFound();
        }
        return area;
    }

    void demandPlatform() {
        if (platformId != null && Platform.ofId(platformId).isEmpty()) {
            throw Problem.invalid("?platformId", "platform-unknown");
        }
    }
}
