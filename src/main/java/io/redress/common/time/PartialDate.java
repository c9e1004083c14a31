package io.redress.common.time;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Partial date (EDTF level 1, ISO 8601-2:2019): the day, or only the month or the year, exact or approximate (约).
 * Written {@code 2019-05-20}, {@code 2019-05}, {@code 2019}, with a final {@code ~} for 约. The service never invents a
 * day for a month: the record may become evidence.
 *
 * @param first first day of the known period: of a month its first, of a year 1 January
 * @param precision how much is known
 * @param approximate 约: it may have been somewhat earlier or later
 */
@Embeddable
public record PartialDate(
        LocalDate first, @Enumerated(EnumType.STRING) Precision precision, boolean approximate) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?(~?)");

    /** How much of a date is known. */
    public enum Precision {
        DAY("yyyy-MM-dd".length(), ChronoUnit.DAYS, ChronoUnit.MONTHS),
        MONTH("yyyy-MM".length(), ChronoUnit.MONTHS, ChronoUnit.MONTHS),
        YEAR("yyyy".length(), ChronoUnit.YEARS, ChronoUnit.YEARS);

        private final int length;
        private final ChronoUnit unit;

        /** The tolerance of 约 on either side: a person who is unsure of the day may be wrong by a month. */
        private final ChronoUnit leeway;

        Precision(int length, ChronoUnit unit, ChronoUnit leeway) {
            this.length = length;
            this.unit = unit;
            this.leeway = leeway;
        }

        private LocalDate firstOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }
    }

    public PartialDate {
        if (!precision.firstOf(first).equals(first)) {
            throw new DateTimeException(first + " does not begin a " + precision);
        }
    }

    /** An exact day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, Precision.DAY, false);
    }

    /**
     * Parses the EDTF form.
     *
     * @throws DateTimeException if the text has none of these forms, or the calendar has no such day, month or year
     */
    public static PartialDate parse(String edtf) {
        var found = FORM.matcher(edtf);
        if (!found.matches()) {
            throw new DateTimeException("not a partial date: " + edtf);
        }
        var month = found.group(2);
        var day = found.group(3);
        return new PartialDate(
                LocalDate.of(number(found.group(1)), number(month), number(day)),
                day != null ? Precision.DAY : month != null ? Precision.MONTH : Precision.YEAR,
                !found.group(4).isEmpty());
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** The earliest possible day. */
    public LocalDate earliest() {
        return approximate ? first.minus(1, precision.leeway) : first;
    }

    /** The latest possible day. */
    public LocalDate latest() {
        var latest = approximate ? first.plus(1, precision.leeway) : first;
        return latest.plus(1, precision.unit).minusDays(1);
    }

    /** Whether every possible day of this date is before every possible day of the other. */
    public boolean isCertainlyBefore(PartialDate other) {
        return latest().isBefore(other.earliest());
    }

    /** Whether the known period begins after today. 约 makes no difference: nobody remembers about next month. */
    public boolean isAfter(LocalDate today) {
        return first.isAfter(today);
    }

    /** For people: 2019年5月20日, 约2019年5月; in English 2019-05-20, about 2019-05. */
    public String in(Locale language) {
        if (language.equals(Locale.ENGLISH)) {
            return (approximate ? "about " : "") + digits();
        }
        return (approximate ? "约" : "")
                + switch (precision) {
                    case DAY -> first.getYear() + "年" + first.getMonthValue() + "月" + first.getDayOfMonth() + "日";
                    case MONTH -> first.getYear() + "年" + first.getMonthValue() + "月";
                    case YEAR -> first.getYear() + "年";
                };
    }

    /** The Chinese form for printed papers. */
    public String written() {
        return in(Locale.CHINESE);
    }

    private String digits() {
        return first.toString().substring(0, precision.length);
    }

    /** The EDTF form, which {@link #parse} reads. */
    @Override
    public String toString() {
        return digits() + (approximate ? "~" : "");
    }
}
