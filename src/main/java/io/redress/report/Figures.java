package io.redress.report;

import io.redress.tally.Measure;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a week by their measures. A measure nothing was counted for reads as zeros, so that a week with nothing new
 * is a report like any other (零报告).
 */
public final class Figures {

    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    private static final Sums NOTHING = new Sums(ZERO, ZERO, ZERO, ZERO, ZERO);

    private final Map<Measure, Counts> counts = new HashMap<>();
    private final Map<Measure, Sums> sums = new HashMap<>();

    /** @param figures of one platform, or of several that are added up */
    static Figures of(List<WeekFigure> figures) {
        var read = new Figures();
        for (var figure : figures) {
            if (figure.count() != null) {
                read.counts.merge(figure.measure(), figure.count(), Figures::plus);
            }
            if (figure.amount() != null) {
                read.sums.merge(figure.measure(), figure.amount(), Figures::plus);
            }
        }
        return read;
    }

    public Counts count(Measure measure) {
        return counts.getOrDefault(measure, NONE);
    }

    public Sums amount(Measure measure) {
        return sums.getOrDefault(measure, NOTHING);
    }

    /** Of several measures that exclude each other, all together. */
    public Counts count(Collection<? extends Measure> measures) {
        return measures.stream().map(this::count).reduce(NONE, Figures::plus);
    }

    static List<WeekFigure> only(Collection<? extends Measure> measures, List<WeekFigure> figures) {
        return figures.stream()
                .filter(figure -> measures.contains(figure.measure()))
                .toList();
    }

    static Counts plus(Counts one, Counts other) {
        return new Counts(
                one.opening() + other.opening(),
                one.added() + other.added(),
                one.removed() + other.removed(),
                one.moved() + other.moved(),
                one.closing() + other.closing());
    }

    private static Sums plus(Sums one, Sums other) {
        return new Sums(
                one.opening().add(other.opening()),
                one.added().add(other.added()),
                one.removed().add(other.removed()),
                one.moved().add(other.moved()),
                one.closing().add(other.closing()));
    }
}
