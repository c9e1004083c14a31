package io.redress.tally;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a record, as it stands, puts into the figures. Two of them make a change: their difference is what is written. */
public final class Contribution {

    /**
     * Where a figure belongs.
     *
     * @param platformId null for what is counted over all platforms
     */
    public record Key(UUID platformId, String areaCode, Measure measure) {}

    public static final Contribution NONE = new Contribution();

    private final Map<Key, Figure> figures = new HashMap<>();

    /** Adds to this contribution; for building one. */
    public void add(UUID platformId, String areaCode, Measure measure, Figure figure) {
        figures.merge(new Key(platformId, areaCode, measure), figure, Figure::plus);
    }

    public Contribution plus(Contribution other) {
        var sum = new Contribution();
        sum.figures.putAll(figures);
        other.figures.forEach((key, figure) -> sum.figures.merge(key, figure, Figure::plus));
        return sum;
    }

    /** What changed from the other to this; without the keys that did not. */
    Map<Key, Figure> since(Contribution before) {
        var changes = new HashMap<>(figures);
        before.figures.forEach((key, figure) -> changes.merge(key, figure.negated(), Figure::plus));
        changes.values().removeIf(Figure::isZero);
        return changes;
    }
}
