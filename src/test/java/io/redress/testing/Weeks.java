package io.redress.testing;

import io.redress.common.database.Sql;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/**
 * Moves the clock through reporting weeks one by one, independent of the weeks that other tests closed, and of those in
 * which they have counted anything.
 */
@Singleton
public class Weeks {

    private final AdjustableClock clock;
    private final People people;
    private final Sql sql;

    /** The last day of the week into which a closing moved the clock, until {@link #next}. */
    private LocalDate begun = LocalDate.MIN;

    Weeks(AdjustableClock clock, People people, Sql sql) {
        this.clock = clock;
        this.people = people;
        this.sql = sql;
    }

    /**
     * Moves the clock to noon on a Monday after all closed weeks and all in which something was counted: of the week after the current one, or of the current
     * week if a closing has just begun it. Returns the week's last day.
     */
    public LocalDate next() {
        var running = running();
        var before = running.equals(begun) ? running.minusWeeks(1) : running;
        begun = LocalDate.MIN;
        var counted = latestCounted();
        var used = counted.isAfter(running) ? counted : before;
        var monday = later(used, latestClosed()).plusDays(1);
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

    /** The last day of the latest week that has entries and is not closed. */
    private LocalDate latestCounted() {
        return sql.first(
                        "select recorded_at from tally_entry where week_id is null order by recorded_at desc limit 1",
                        row -> row.getObject(1, OffsetDateTime.class))
                .map(time -> time.atZoneSameInstant(Clocks.BUREAU)
                        .toLocalDate()
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .orElse(LocalDate.MIN);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
