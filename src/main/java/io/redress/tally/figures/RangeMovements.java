package io.redress.tally.figures;

import io.redress.tally.Measure;
import io.redress.tally.Movement;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import io.redress.tally.figures.RangeQuery.Period;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The movements of each figure in each period. Period 0 is the time before the range. */
public final class RangeMovements {

    private record Key(UUID platformId, String townCode, Measure measure) {

        /** Figures of no platform come last, as in the figures of a week. */
        static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.platformId == null ? null : key.platformId.toString(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Key::townCode, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(key -> key.measure().place());
    }

    /** One figure in one period: opening, added, removed and moved. The opening is set in period 0 only. */
    private record Movement(long[] count, BigDecimal[] amount) {

        private static final BigDecimal ZERO = new BigDecimal("0.00");
        static final Movement NONE = new Movement(new long[4], new BigDecimal[] {ZERO, ZERO, ZERO, ZERO});

        /** Sums everything before the range into an opening. */
        static Movement standing(ResultSet row) throws SQLException {
            var before = of(row);
            var amount = before.sums(ZERO).closing();
            return new Movement(
                    new long[] {before.counts(0).closing(), 0, 0, 0}, new BigDecimal[] {amount, ZERO, ZERO, ZERO});
        }

        boolean isNothing() {
            return LongStream.of(count).allMatch(part -> part == 0)
                    && Stream.of(amount).allMatch(part -> part.signum() == 0);
        }

        static Movement of(ResultSet row) throws SQLException {
            var movement = new Movement(new long[4], new BigDecimal[4]);
            for (var i = 0; i < 4; i++) {
                movement.count[i] = row.getLong(5 + i);
                movement.amount[i] = row.getBigDecimal(9 + i).setScale(2);
            }
            return movement;
        }

        Counts counts(long before) {
            var opening = before + count[0];
            return new Counts(opening, count[1], count[2], count[3], opening + count[1] - count[2] + count[3]);
        }

        Sums sums(BigDecimal before) {
            var opening = before.add(amount[0]);
            var closing = opening.add(amount[1]).subtract(amount[2]).add(amount[3]);
            return new Sums(opening, amount[1], amount[2], amount[3], closing);
        }
    }

    private final int periods;
    private final Map<Key, Movement[]> movements = new TreeMap<>(Key.ORDER);

    RangeMovements(int periods) {
        this.periods = periods;
    }

    void readFrom(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var period = row.getInt(1);
                var movement = period == 0 ? Movement.standing(row) : Movement.of(row);
                if (!movement.isNothing()) {
                    var key =
                            new Key(row.getObject(2, UUID.class), row.getString(3), Measure.valueOf(row.getString(4)));
                    movements.computeIfAbsent(key, none -> new Movement[periods + 1])[period] = movement;
                }
            }
        }
    }

    /** The number of rows: each figure has one in every period, so that a table or a chart has no gaps. */
    int rows() {
        return movements.size() * periods;
    }

    List<RangeFigure> figures(List<Period> days) {
        var rows = new RangeFigure[rows()];
        var column = 0;
        for (var figure : movements.entrySet()) {
            var count = 0L;
            var amount = Movement.ZERO;
            for (var period = 0; period <= periods; period++) {
                var movement = figure.getValue()[period] == null ? Movement.NONE : figure.getValue()[period];
                var counts = movement.counts(count);
                var sums = movement.sums(amount);
                count = counts.closing();
                amount = sums.closing();
                if (period > 0) {
                    rows[(period - 1) * movements.size() + column] =
                            figure(days.get(period - 1), figure.getKey(), counts, sums);
                }
            }
            column++;
        }
        return List.of(rows);
    }

    private static RangeFigure figure(Period days, Key key, Counts counts, Sums sums) {
        return new RangeFigure(
                days.startsOn(),
                days.endsOn(),
                key.platformId(),
                key.townCode(),
                key.measure(),
                key.measure().counts() ? counts : null,
                key.measure().sums() ? sums : null);
    }
}
