package io.redress.bulletin.narrative;

import static io.redress.tally.Measure.ATTENTION_LEVEL_1;
import static io.redress.tally.Measure.ATTENTION_LEVEL_2;
import static io.redress.tally.Measure.ATTENTION_LEVEL_3;

import io.redress.tally.Measure;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.math.BigDecimal;
import java.util.EnumMap;
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

    private final Map<Measure, Counts> counts = new EnumMap<>(Measure.class);
    private final Map<Measure, Sums> sums = new EnumMap<>(Measure.class);

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

    Counts count(Measure measure) {
        return counts.getOrDefault(measure, NONE);
    }

    Sums amount(Measure measure) {
        return sums.getOrDefault(measure, NOTHING);
    }

    /** 重点关注名单: nobody is on two levels of one platform. */
    Counts attention() {
        return plus(plus(count(ATTENTION_LEVEL_1), count(ATTENTION_LEVEL_2)), count(ATTENTION_LEVEL_3));
    }

    boolean isEmpty() {
        return counts.isEmpty() && sums.isEmpty();
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
