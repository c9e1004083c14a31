package io.redress.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.common.time.PartialDate.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    private static final int CASES = 5_000;
    private static final LocalDate EPOCH = LocalDate.of(2018, 1, 1);

    private final Random random = new Random(20190520);

    private PartialDate any() {
        var day = EPOCH.plusDays(random.nextInt(3 * 365));
        var about = random.nextBoolean() ? "~" : "";
        return PartialDate.parse(day.toString().substring(0, new int[] {4, 7, 10}[random.nextInt(3)]) + about);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-20, 2019年5月20日, 2019-05-20, 2019-05-20, 2019-05-20",
        "2019-05, 2019年5月, 2019-05, 2019-05-01, 2019-05-31",
        "2020-02, 2020年2月, 2020-02, 2020-02-01, 2020-02-29",
        "2019, 2019年, 2019, 2019-01-01, 2019-12-31",
        "2019-05-20~, 约2019年5月20日, about 2019-05-20, 2019-04-20, 2019-06-20",
        "2019-05~, 约2019年5月, about 2019-05, 2019-04-01, 2019-06-30",
        "2019~, 约2019年, about 2019, 2018-01-01, 2020-12-31"
    })
    void a_partial_date_is_formatted_and_has_bounds(
            String edtf, String chinese, String english, LocalDate earliest, LocalDate latest) {
        var date = PartialDate.parse(edtf);
        assertThat(date).hasToString(edtf);
        assertThat(date.written()).isEqualTo(chinese);
        assertThat(date.in(Locale.ROOT)).isEqualTo(chinese);
        assertThat(date.in(Locale.ENGLISH)).isEqualTo(english);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "~", "19", "2019-", "2019-5", "2019-13", "2019-00", "2019-02-29", "2019-05-20T00:00:00Z", "2019?",
                "2019%", "2019-XX", "201X", "2019-05~-20", "2019~~", " 2019", "+2019", "-2019", "2019/2020", "２０１９"
            })
    void an_invalid_partial_date_is_refused(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_month_with_another_day_than_the_first_cannot_be_created() {
        assertThatThrownBy(() -> new PartialDate(LocalDate.of(2019, 5, 20), Precision.MONTH, false))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new PartialDate(LocalDate.of(2019, 5, 1), Precision.YEAR, false))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_formatted_partial_date_is_parsed_to_the_same_date() {
        for (var i = 0; i < CASES; i++) {
            var date = any();
            assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
        }
    }

    /** Computed day by day, without the bounds that the rule itself uses. */
    @Test
    void a_date_is_certainly_before_another_if_all_its_days_are_earlier() {
        for (var i = 0; i < CASES / 10; i++) {
            var one = any();
            var other = any();
            var latest = daysOf(one).max(LocalDate::compareTo).orElseThrow();
            var earliest = daysOf(other).min(LocalDate::compareTo).orElseThrow();
            assertThat(one.isCertainlyBefore(other))
                    .as(one + " before " + other)
                    .isEqualTo(latest.isBefore(earliest));
        }
    }

    @Test
    void two_dates_cannot_each_be_certainly_before_the_other() {
        for (var i = 0; i < CASES; i++) {
            var one = any();
            var other = any();
            assertThat(one.isCertainlyBefore(one)).isFalse();
            assertThat(one.isCertainlyBefore(other) && other.isCertainlyBefore(one))
                    .isFalse();
        }
    }

    private static Stream<LocalDate> daysOf(PartialDate date) {
        return EPOCH.minusYears(2).datesUntil(EPOCH.plusYears(6)).filter(day -> mayMean(date, day));
    }

    private static boolean mayMean(PartialDate date, LocalDate day) {
        if (isWithin(date, day)) {
            return true;
        }
        return date.approximate()
                && switch (date.precision()) {
                    case YEAR -> isWithin(date, day.minusYears(1)) || isWithin(date, day.plusYears(1));
                    case MONTH ->
                        isWithin(date, monthOf(day).minusMonths(1))
                                || isWithin(date, monthOf(day).plusMonths(1));
                    case DAY ->
                        !day.isBefore(date.first().minusMonths(1))
                                && !day.isAfter(date.first().plusMonths(1));
                };
    }

    private static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /** Whether the day begins with the text of the partial date. */
    private static boolean isWithin(PartialDate date, LocalDate day) {
        return day.toString().startsWith(date.toString().replace("~", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-02, true",
        "2021-03-01, false",
        "2021-03, false",
        "2021-04, true",
        "2021, false",
        "2021~, false",
        "2022~, true",
        "2021-04~, true"
    })
    void a_partial_date_is_in_the_future_if_all_its_days_are(String edtf, boolean isAfter) {
        assertThat(PartialDate.parse(edtf).isAfter(LocalDate.of(2021, 3, 1))).isEqualTo(isAfter);
    }
}
