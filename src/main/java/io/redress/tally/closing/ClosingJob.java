package io.redress.tally.closing;

import io.quarkus.scheduler.Scheduled;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.WeekClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Closes a week when its cut-off has passed. */
@ApplicationScoped
public class ClosingJob {

    private final Closing closing;
    private final ReportingCalendar calendar;
    private final Event<WeekClosed> closed;

    ClosingJob(Closing closing, ReportingCalendar calendar, Event<WeekClosed> closed) {
        this.closed = closed;
        this.closing = closing;
        this.calendar = calendar;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (calendar.closesItself()) {
            closing.closeDue().ifPresent(week -> closed.fireAsync(new WeekClosed(week.endsOn)));
        }
    }
}
