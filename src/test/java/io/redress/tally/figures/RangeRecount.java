package io.redress.tally.figures;

import io.redress.area.AreaScope;
import io.redress.common.time.Clocks;
import io.redress.tally.Ledger.Entry;
import io.redress.tally.Ledger.Week;
import io.redress.tally.Measure;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up figures entry by entry and day by day, by the definition of the terms and independently of the program's
 * code.
 */
final class RangeRecount {

    private static final LocalDate ALWAYS_BEFORE = LocalDate.of(1900, 1, 1);

    private final List<Entry> entries;
    private final List<Week> weeks;

    RangeRecount(List<Entry> entries, List<Week> weeks) {
        this.entries = entries;
        this.weeks = weeks;
    }

    /** Every figure in every period, each as a line of text, sorted. */
    TreeSet<String> figures(RangeQuery query, AreaScope scope) {
        var periods = new TreeMap<LocalDate, LocalDate>();
        for (var day = first(query); !day.isAfter(last(query)); day = day.plusDays(1)) {
            periods.merge(label(query.by(), day), day, (one, other) -> other);
        }
        var sums = new TreeMap<String, List<BigDecimal[]>>();
        for (var entry : entries) {
            if (isWanted(entry, query, scope)) {
                var period = period(entry, query, new ArrayList<>(periods.keySet()));
                if (period <= periods.size()) {
                    var figure = sums.computeIfAbsent(key(entry, query), none -> zeros(periods.size() + 1));
                    add(figure.get(period), entry);
                }
            }
        }
        var lines = new TreeSet<String>();
        var ends = new ArrayList<>(periods.values());
        sums.forEach((key, figure) -> lines.addAll(lines(key, figure, ends)));
        return lines;
    }

    private static LocalDate first(RangeQuery query) {
        return query.by() == Grouping.WEEK ? endOfWeek(query.from()).minusDays(6) : query.from();
    }

    private static LocalDate last(RangeQuery query) {
        return query.by() == Grouping.WEEK ? endOfWeek(query.to()) : query.to();
    }

    /** A day that is the same for all days of a period. */
    private static LocalDate label(Grouping by, LocalDate day) {
        if (by == null) {
            return ALWAYS_BEFORE;
        }
        return switch (by) {
            case WEEK -> endOfWeek(day);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** 0 before the range, 1 to n within it, n + 1 after it. */
    private int period(Entry entry, RangeQuery query, List<LocalDate> labels) {
        var label = query.by() == Grouping.WEEK ? weekOf(entry) : Clocks.dateOf(countedAt(entry));
        if (label.isBefore(query.by() == Grouping.WEEK ? labels.get(0) : query.from())) {
            return 0;
        }
        if (label.isAfter(last(query))) {
            return labels.size() + 1;
        }
        return 1 + labels.indexOf(label(query.by(), label));
    }

    private LocalDate weekOf(Entry entry) {
        if (entry.weekEndsOn() != null) {
            return entry.weekEndsOn();
        }
        var byCalendar = endOfWeek(Clocks.dateOf(countedAt(entry)));
        var open = weeks.isEmpty()
                ? byCalendar
                : weeks.get(weeks.size() - 1).endsOn().plusDays(7);
        return open.isAfter(byCalendar) ? open : byCalendar;
    }

    /** The time of recording, but within the week that claimed the entry, or after the last closing if none has. */
    private Instant countedAt(Entry entry) {
        var counted = entry.recordedAt();
        for (var week : weeks) {
            var isBefore = entry.weekEndsOn() == null || week.endsOn().isBefore(entry.weekEndsOn());
            if (isBefore && counted.isBefore(week.cutOffAt())) {
                counted = week.cutOffAt();
            }
            if (week.endsOn().equals(entry.weekEndsOn()) && !counted.isBefore(week.cutOffAt())) {
                counted = week.cutOffAt().minusNanos(1000);
            }
        }
        return counted;
    }

    private static LocalDate endOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static boolean isWanted(Entry entry, RangeQuery query, AreaScope scope) {
        var area = query.areaCode() == null ? "" : query.areaCode().replaceFirst("000$", "");
        return scope.includes(entry.areaCode())
                && entry.areaCode().startsWith(area)
                && (query.platformId() == null || query.platformId().equals(entry.platformId()))
                && (query.measures().isEmpty() || query.measures().contains(entry.measure()));
    }

    private static String key(Entry entry, RangeQuery query) {
        var town = entry.areaCode().length() < 12
                ? entry.areaCode()
                : entry.areaCode().substring(0, 9) + "000";
        return (query.byPlatform() ? entry.platformId() : null) + " " + (query.byTown() ? town : null) + " "
                + entry.measure();
    }

    private static List<BigDecimal[]> zeros(int periods) {
        var zeros = new ArrayList<BigDecimal[]>();
        for (var i = 0; i < periods; i++) {
            zeros.add(new BigDecimal[] {
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO
            });
        }
        return zeros;
    }

    private static void add(BigDecimal[] sums, Entry entry) {
        add(sums, 0, BigDecimal.valueOf(entry.count()), entry.moved());
        add(sums, 3, entry.amount(), entry.moved());
    }

    private static void add(BigDecimal[] sums, int first, BigDecimal value, boolean moved) {
        var place = first + (moved ? 2 : value.signum() < 0 ? 1 : 0);
        sums[place] = sums[place].add(place == first + 1 ? value.negate() : value);
    }

    private static List<String> lines(String key, List<BigDecimal[]> periods, List<LocalDate> ends) {
        var measure = Measure.valueOf(key.substring(key.lastIndexOf(' ') + 1));
        var lines = new ArrayList<String>();
        var before = periods.get(0);
        var count = before[0].subtract(before[1]).add(before[2]);
        var amount = before[3].subtract(before[4]).add(before[5]);
        var isSomething = count.signum() != 0 || amount.signum() != 0;
        for (var i = 1; i < periods.size(); i++) {
            var sums = periods.get(i);
            for (var sum : sums) {
                isSomething |= sum.signum() != 0;
            }
            var countAfter = count.add(sums[0]).subtract(sums[1]).add(sums[2]);
            var amountAfter = amount.add(sums[3]).subtract(sums[4]).add(sums[5]);
            lines.add(ends.get(i - 1) + " " + key + " "
                    + (measure.counts() ? text(count, sums[0], sums[1], sums[2], countAfter) : null)
                    + (measure.sums() ? text(amount, sums[3], sums[4], sums[5], amountAfter) : null));
            count = countAfter;
            amount = amountAfter;
        }
        return isSomething ? lines : List.of();
    }

    static String text(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(' ')
                    .append(new BigDecimal(part.toString()).stripTrailingZeros().toPlainString());
        }
        return text.toString();
    }

    /** The program's figures, as the same lines. */
    static List<String> lines(RangeFiguresView view) {
        return view.items().stream()
                .map(row -> row.endsOn() + " " + row.platformId() + " " + row.townCode() + " " + row.measure() + " "
                        + (row.count() == null
                                ? null
                                : text(
                                        row.count().opening(),
                                        row.count().added(),
                                        row.count().removed(),
                                        row.count().moved(),
                                        row.count().closing()))
                        + (row.amount() == null
                                ? null
                                : text(
                                        row.amount().opening(),
                                        row.amount().added(),
                                        row.amount().removed(),
                                        row.amount().moved(),
                                        row.amount().closing())))
                .toList();
    }
}
