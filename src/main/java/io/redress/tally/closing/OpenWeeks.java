package io.redress.tally.closing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.ReportingWeek;
import io.redress.tally.TallyEntry;
import io.redress.tally.TallyProblems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open reporting weeks and the cut-off of each. */
@ApplicationScoped
public class OpenWeeks {

    private final ReportingCalendar calendar;

    OpenWeeks(ReportingCalendar calendar) {
        this.calendar = calendar;
    }

    /** A week to close. */
    record OpenWeek(LocalDate startsOn, LocalDate endsOn, Instant cutOffAt) {}

    static Optional<ReportingWeek> latest() {
        return QuarkusTransaction.requiringNew().call(ReportingWeek::latest);
    }

    /** The number of open weeks past their cut-off. */
    int countOverdue(Instant now) {
        var due = latestDue(now);
        return isOpen(due) ? weeksUpTo(due, latest().orElse(null)).size() : 0;
    }

    /** The last week past its cut-off. */
    LocalDate latestDue(Instant now) {
        return calendar.endOfWeekOf(now).minusWeeks(1);
    }

    boolean isOpen(LocalDate endsOn) {
        return latest().map(latest -> latest.endsOn.isBefore(endsOn))
                .orElseGet(() ->
                        weekOfFirstEntry().map(first -> !first.isAfter(endsOn)).orElse(false));
    }

    /**
     * Plans the weeks to close, oldest first, up to the one that ends on this day. All are planned before the first is
     * closed, so that a refused cut-off has closed nothing.
     *
     * @param request how to close the last of them
     * @param latest the last closed week; null for none
     */
    List<OpenWeek> plan(LocalDate endsOn, CloseWeek request, ReportingWeek latest, Instant now) {
        demandClosable(endsOn, latest, now);
        demandOverOrEarly(endsOn, request, now);
        var weeks = new ArrayList<OpenWeek>();
        var previousCutOff = latest == null ? null : latest.cutOffAt;
        for (var day : weeksUpTo(endsOn, latest)) {
            var cutOff = day.equals(endsOn) && request.cutOffAt() != null
                    ? within(request.cutOffAt(), day, previousCutOff, now)
                    : earlier(now, calendar.cutOff(day));
            weeks.add(new OpenWeek(calendar.startOfWeekEnding(day), day, cutOff));
            previousCutOff = cutOff;
        }
        return weeks;
    }

    private void demandClosable(LocalDate endsOn, ReportingWeek latest, Instant now) {
        var isInStep = latest == null || (endsOn.toEpochDay() - latest.endsOn.toEpochDay()) % 7 == 0;
        if (!calendar.isEndOfWeek(endsOn) || !isInStep) {
            throw TallyProblems.notTheEndOfAWeek(endsOn, calendar.lastDay());
        }
        if (latest != null && !endsOn.isAfter(latest.endsOn)) {
            throw TallyProblems.weekAlreadyClosed(endsOn);
        }
        if (latest == null) {
            var earliest = weekOfFirstEntry().orElse(calendar.endOfWeekOf(now).minusWeeks(1));
            if (endsOn.isBefore(earliest)) {
                throw TallyProblems.weekBeforeTheFirst(endsOn, earliest);
            }
        }
        if (now.isBefore(ReportingCalendar.begin(calendar.startOfWeekEnding(endsOn)))) {
            throw TallyProblems.weekNotBegun(endsOn);
        }
    }

    /** An early closing cannot be undone, so the request must ask for it. */
    private void demandOverOrEarly(LocalDate endsOn, CloseWeek request, Instant now) {
        var isMeant = request.isEarly() || request.cutOffAt() != null;
        if (!isMeant && !calendar.isOver(endsOn, now)) {
            throw TallyProblems.weekNotOver(endsOn, calendar.cutOff(endsOn));
        }
    }

    /** The open weeks in order: after the last closed one, or from the first entry ever recorded. */
    private List<LocalDate> weeksUpTo(LocalDate endsOn, ReportingWeek latest) {
        var first = latest == null ? weekOfFirstEntry().orElse(endsOn) : latest.endsOn.plusWeeks(1);
        var weeks = new ArrayList<LocalDate>();
        for (var day = first; !day.isAfter(endsOn); day = day.plusWeeks(1)) {
            weeks.add(day);
        }
        return weeks;
    }

    /** Only used while no week is closed: then every entry is unclaimed and the query finds the earliest of all. */
    private Optional<LocalDate> weekOfFirstEntry() {
        Instant earliest = QuarkusTransaction.requiringNew()
                .call(() -> TallyEntry.find("select min(recordedAt) from TallyEntry where weekId is null")
                        .project(Instant.class)
                        .firstResult());
        return Optional.ofNullable(earliest).map(calendar::endOfWeekOf);
    }

    private Instant within(Instant cutOffAt, LocalDate endsOn, Instant previousCutOff, Instant now) {
        var from = ReportingCalendar.begin(calendar.startOfWeekEnding(endsOn));
        if (previousCutOff != null && previousCutOff.isAfter(from)) {
            from = previousCutOff;
        }
        var to = earlier(now, ReportingCalendar.end(endsOn));
        if (cutOffAt.isBefore(from) || cutOffAt.isAfter(to)) {
            throw TallyProblems.cutOffOutside(from, to);
        }
        return cutOffAt;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
