package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.common.start.StartRefused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportingCalendarTest {

    private static final LocalDate THURSDAY = LocalDate.of(2021, 3, 4);

    private record Thursdays(DayOfWeek weekEndsOn, int closeHour, boolean autoClose)
            implements ReportingCalendar.Settings {}

    private static ReportingCalendar closingAt(int hour) {
        return new ReportingCalendar(new Thursdays(DayOfWeek.THURSDAY, hour, true));
    }

    @Test
    void a_week_closes_at_the_configured_hour_in_Shanghai() {
        assertThat(closingAt(17).cutOff(THURSDAY)).isEqualTo("2021-03-04T09:00:00Z");
        assertThat(closingAt(24).cutOff(THURSDAY)).isEqualTo("2021-03-04T16:00:00Z");
    }

    @Test
    void times_after_the_closing_hour_belong_to_the_next_week() {
        var calendar = closingAt(17);
        assertThat(calendar.endOfWeekOf(Instant.parse("2021-03-04T08:59:59Z"))).isEqualTo(THURSDAY);
        assertThat(calendar.endOfWeekOf(Instant.parse("2021-03-04T09:00:00Z"))).isEqualTo(THURSDAY.plusWeeks(1));
    }

    @Test
    void a_week_is_over_from_the_closing_hour_on() {
        assertThat(closingAt(17).isOver(THURSDAY, Instant.parse("2021-03-04T08:59:59.999999Z")))
                .isFalse();
        assertThat(closingAt(17).isOver(THURSDAY, Instant.parse("2021-03-04T09:00:00Z")))
                .isTrue();
        assertThat(closingAt(24).isOver(THURSDAY, Instant.parse("2021-03-04T15:59:59.999999Z")))
                .isFalse();
        assertThat(closingAt(24).isOver(THURSDAY, Instant.parse("2021-03-04T16:00:00Z")))
                .isTrue();
    }

    @Test
    void an_invalid_closing_hour_stops_the_start() {
        for (var hour : new int[] {0, 25}) {
            assertThatThrownBy(() -> closingAt(hour).check(null))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("close-hour");
        }
    }
}
