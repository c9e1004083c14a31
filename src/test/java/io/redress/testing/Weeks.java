package io.redress.testing;

import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Moves the clock through reporting weeks one by one, independent of the weeks that other tests closed. */
@Singleton
public class Weeks {

    private final AdjustableClock clock;
    private final People people;

    /** The last day of the week into which a closing moved the clock, until {@link #next}. */
    private LocalDate begun = LocalDate.MIN;

    Weeks(AdjustableClock clock, People people) {
        this.clock = clock;
        this.people = people;
    }

    /**
     * Moves the clock to noon on a Monday after all closed weeks: of the week after the current one, or of the current
     * week if a closing has just begun it. Returns the week's last day.
     */
    public LocalDate next() {
        var running = running();
        var before = running.equals(begun) ? running.minusWeeks(1) : running;
        begun = LocalDate.MIN;
        var monday = later(before, latestClosed()).plusDays(1);
        clock.setTo(monday.atTime(LocalTime.NOON).atZone(Clocks.BUREAU).toInstant());
        return monday.plusDays(6);
    }

    /** Closes a week; first moves the clock just past its end if that is still to come. */
    public void close(LocalDate endsOn) {
        var over = endsOn.plusDays(1).atTime(0, 1).atZone(Clocks.BUREAU).toInstant();
        if (clock.instant().isBefore(over)) {
            clock.setTo(over);
            begun = endsOn.plusWeeks(1);
        }
        people.chief()
                .body(Map.of())
                .post("/api/v1/reporting-weeks/" + endsOn + "/close")
                .then()
                .statusCode(200);
    }

    private LocalDate running() {
        return LocalDate.parse(
                people.chief().get("/api/v1/reporting-weeks/current").path("endsOn"));
    }

    private LocalDate latestClosed() {
        List<String> weeks = people.chief()
                .queryParam("limit", 1)
                .get("/api/v1/reporting-weeks")
                .path("items.endsOn");
        return weeks.isEmpty() ? LocalDate.MIN : LocalDate.parse(weeks.get(0));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
