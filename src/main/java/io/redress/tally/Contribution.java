package io.redress.tally;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The figures that one state of a record contributes. The difference of two contributions is a counted change. */
public final class Contribution {

    /**
     * The dimensions of a figure.
     *
     * @param platformId null for a measure counted over all platforms
     */
    public record Key(UUID platformId, String areaCode, Measure measure) {}

    public static final Contribution NONE = new Contribution();

    private final Map<Key, Figure> figures = new HashMap<>();

    /** Adds a figure in place; for building a contribution. */
    public void add(UUID platformId, String areaCode, Measure measure, Figure figure) {
        figures.merge(new Key(platformId, areaCode, measure), figure, Figure::plus);
    }

    public Contribution plus(Contribution other) {
        var sum = new Contribution();
        sum.figures.putAll(figures);
        other.figures.forEach((key, figure) -> sum.figures.merge(key, figure, Figure::plus));
        return sum;
    }

    /** The differences to the earlier contribution, without the keys that did not change. */
    Map<Key, Figure> since(Contribution before) {
        var changes = new HashMap<>(figures);
        before.figures.forEach((key, figure) -> changes.merge(key, figure.negated(), Figure::plus));
        changes.values().removeIf(Figure::isZero);
        return changes;
    }
}
