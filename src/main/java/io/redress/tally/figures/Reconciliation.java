package io.redress.tally.figures;

import io.redress.area.AreaScope;
import io.redress.common.database.Sql;
import io.redress.tally.Measure;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import io.redress.tally.WeekFigures;
import io.redress.tally.figures.ReconciliationView.Figure;
import io.redress.tally.figures.ReconciliationView.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reconciles a year: compares the sum of its entries with the closings of its weeks. It shares no query with {@link
 * RangeFigures}, and its two sides share none with each other, so that the comparison can fail.
 */
@ApplicationScoped
public class Reconciliation {

    /** Sums the entries directly, each at the moment from which it counts; see {@link Timeline}. */
    public static final String YEAR = """
            with bounds as (select ?::timestamptz as since, ?::timestamptz as until),
            week as (
                select id, cut_off_at, lag(cut_off_at) over (order by ends_on) as opened_at from reporting_week
            ),
            entry as (
                select e.*, least(greatest(recorded_at, opened_at), cut_off_at - interval '1 microsecond') as counted_at
                from bounds, week join tally_entry e on e.week_id = week.id
                where cut_off_at > since and (opened_at is null or opened_at <= until)
                union all
                select e.*, greatest(recorded_at, (select max(cut_off_at) from week)) from tally_entry e where week_id is null
            )
            select platform_id, null, measure,
                0, sum(case when moved then 0 else greatest(count, 0) end),
                sum(case when moved then 0 else greatest(-count, 0) end), sum(case when moved then count else 0 end), sum(count),
                0.00, sum(case when moved then 0.00 else greatest(amount, 0.00) end),
                sum(case when moved then 0.00 else greatest(-amount, 0.00) end),
                sum(case when moved then amount else 0.00 end), sum(amount)
            from entry, bounds where counted_at >= since and counted_at < until and area_code like ?
            group by platform_id, measure
            """;

    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Sums NOTHING = new Sums(ZERO, ZERO, ZERO, ZERO, ZERO);

    private record Key(UUID platformId, Measure measure) {
        static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.platformId == null ? null : key.platformId.toString(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(key -> key.measure().place());

        static Key of(WeekFigure figure) {
            return new Key(figure.platformId(), figure.measure());
        }
    }

    private final Sql sql;

    Reconciliation(Sql sql) {
        this.sql = sql;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    ReconciliationView of(int year, AreaScope scope) {
        return sql.withConnection(connection -> {
            RangeFigures.begin(connection);
            var timeline = Timeline.about(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), connection);
            var terms = new YearTerms(year, timeline);
            var entries = year(year, scope, connection);
            var byKey = terms(terms, scope, connection);
            entries.keySet()
                    .forEach(key -> byKey.computeIfAbsent(
                            key, none -> new WeekFigure[terms.parts().size()]));
            var figures = byKey.entrySet().stream()
                    .map(term -> figure(term.getKey(), entries.get(term.getKey()), terms.parts(), term.getValue()))
                    .toList();
            var balanced = figures.stream().allMatch(Reconciliation::isBalanced);
            return new ReconciliationView(year, timeline.closedUntil(), balanced, figures);
        });
    }

    private static Map<Key, WeekFigure> year(int year, AreaScope scope, Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(YEAR)) {
            bind(select, year, scope);
            var entries = new TreeMap<Key, WeekFigure>(Key.ORDER);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var figure = WeekFigures.figure(row);
                    entries.put(Key.of(figure), figure);
                }
            }
            return entries;
        }
    }

    public static void bind(PreparedStatement select, int year, AreaScope scope) throws SQLException {
        select.setTimestamp(1, Timestamp.from(ReportingCalendar.begin(LocalDate.of(year, 1, 1))));
        select.setTimestamp(2, Timestamp.from(ReportingCalendar.end(LocalDate.of(year, 12, 31))));
        select.setString(3, scope.pattern());
    }

    private static Map<Key, WeekFigure[]> terms(YearTerms terms, AreaScope scope, Connection connection)
            throws SQLException {
        var figures = new TreeMap<Key, WeekFigure[]>(Key.ORDER);
        try (var select = connection.prepareStatement(YearTerms.TERMS)) {
            select.setString(terms.bind(select), scope.pattern());
            readTerms(select, figures, terms.parts().size());
        }
        return figures;
    }

    private static void readTerms(PreparedStatement select, Map<Key, WeekFigure[]> figures, int terms)
            throws SQLException {
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var figure = WeekFigures.figure(row);
                figures.computeIfAbsent(Key.of(figure), none -> new WeekFigure[terms])[row.getInt(14)] = figure;
            }
        }
    }

    /** The year's opening is that of its first term; everything else comes from its entries. */
    private static Figure figure(Key key, WeekFigure entries, List<YearTerms.Part> parts, WeekFigure[] figures) {
        var terms = new ArrayList<Term>();
        for (var i = 0; i < figures.length; i++) {
            var part = parts.get(i);
            var counts = counts(key, figures[i]);
            terms.add(
                    new Term(part.kind(), part.startsOn(), part.endsOn(), part.weeks(), counts, sums(key, figures[i])));
        }
        var count = key.measure().counts() ? opened(counts(key, entries), terms) : null;
        var amount = key.measure().sums() ? opened(sums(key, entries), terms) : null;
        return new Figure(
                key.platformId(),
                key.measure(),
                count,
                amount,
                terms,
                count == null ? null : difference(count, terms),
                amount == null ? null : difference(amount, terms));
    }

    private static Counts counts(Key key, WeekFigure figure) {
        return !key.measure().counts() ? null : figure == null ? NONE : figure.count();
    }

    private static Sums sums(Key key, WeekFigure figure) {
        return !key.measure().sums() ? null : figure == null ? NOTHING : figure.amount();
    }

    private static Counts opened(Counts year, List<Term> terms) {
        var opening = terms.isEmpty() ? 0 : terms.get(0).count().opening();
        return new Counts(opening, year.added(), year.removed(), year.moved(), opening + year.closing());
    }

    private static Sums opened(Sums year, List<Term> terms) {
        var opening = terms.isEmpty() ? ZERO : terms.get(0).amount().opening();
        return new Sums(opening, year.added(), year.removed(), year.moved(), opening.add(year.closing()));
    }

    private static Counts difference(Counts year, List<Term> terms) {
        var closing = terms.isEmpty() ? 0 : terms.get(terms.size() - 1).count().closing();
        var rest = new Counts(0, year.added(), year.removed(), year.moved(), year.closing() - closing);
        for (var term : terms) {
            var part = term.count();
            rest = new Counts(
                    0,
                    rest.added() - part.added(),
                    rest.removed() - part.removed(),
                    rest.moved() - part.moved(),
                    rest.closing());
        }
        return rest;
    }

    private static Sums difference(Sums year, List<Term> terms) {
        var closing =
                terms.isEmpty() ? ZERO : terms.get(terms.size() - 1).amount().closing();
        var rest = new Sums(
                ZERO, year.added(), year.removed(), year.moved(), year.closing().subtract(closing));
        for (var term : terms) {
            var part = term.amount();
            rest = new Sums(
                    ZERO,
                    rest.added().subtract(part.added()),
                    rest.removed().subtract(part.removed()),
                    rest.moved().subtract(part.moved()),
                    rest.closing());
        }
        return rest;
    }

    private static boolean isBalanced(Figure figure) {
        var sums = figure.amountDifference();
        return (figure.countDifference() == null || figure.countDifference().equals(NONE))
                && (sums == null
                        || sums.added().signum() == 0
                                && sums.removed().signum() == 0
                                && sums.moved().signum() == 0
                                && sums.closing().signum() == 0);
    }
}
