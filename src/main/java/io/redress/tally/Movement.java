package io.redress.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The change of one figure.
 *
 * @param moved whether the figure moved from or to another area, so that nothing is added or removed over all areas
 */
public record Movement(Contribution.Key key, Figure figure, boolean moved) {

    /**
     * Splits a change into moves between areas and the rest. For each platform and measure, the moves of all areas add
     * up to zero; in the rest, areas only gain or only lose.
     */
    static List<Movement> of(Map<Contribution.Key, Figure> changes) {
        var movements = new ArrayList<Movement>();
        changes.entrySet().stream()
                .collect(Collectors.groupingBy(change -> List.of(
                        String.valueOf(change.getKey().platformId()),
                        change.getKey().measure())))
                .values()
                .forEach(ofOneMeasure -> split(ofOneMeasure, movements));
        return movements;
    }

    private static void split(List<Entry<Contribution.Key, Figure>> changes, List<Movement> movements) {
        changes.sort(Comparator.comparing(change -> change.getKey().areaCode()));
        var counts = moves(changes.stream()
                .map(change -> BigDecimal.valueOf(change.getValue().count()))
                .toList());
        var amounts =
                moves(changes.stream().map(change -> change.getValue().amount()).toList());
        for (var i = 0; i < changes.size(); i++) {
            var key = changes.get(i).getKey();
            var move = new Figure(counts.get(i).longValueExact(), amounts.get(i));
            var rest = changes.get(i).getValue().plus(move.negated());
            if (!move.isZero()) {
                movements.add(new Movement(key, move, true));
            }
            if (!rest.isZero()) {
                movements.add(new Movement(key, rest, false));
            }
        }
    }

    /** For each area, the part of its gain or loss that balances another area's loss or gain. */
    private static List<BigDecimal> moves(List<BigDecimal> changes) {
        var gained = sum(changes, BigDecimal.ZERO::max);
        var lost = sum(changes, change -> change.negate().max(BigDecimal.ZERO));
        var arriving = gained.min(lost);
        var leaving = arriving;
        var moves = new ArrayList<BigDecimal>();
        for (var change : changes) {
            if (change.signum() > 0) {
                var arrived = change.min(arriving);
                arriving = arriving.subtract(arrived);
                moves.add(arrived);
            } else {
                var left = change.negate().min(leaving);
                leaving = leaving.subtract(left);
                moves.add(left.negate());
            }
        }
        return moves;
    }

    private static BigDecimal sum(List<BigDecimal> changes, Function<BigDecimal, BigDecimal> part) {
        return changes.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
