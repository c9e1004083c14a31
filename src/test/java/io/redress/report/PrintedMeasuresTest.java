package io.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.platform.Platform;
import io.redress.tally.Measure;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each measure of each feature is printed in a table of a bulletin, under its own name. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PrintedMeasuresTest {

    /** Numbers that no other figure has, one for each measure. */
    private static final long FIRST = 7_000_001;

    @All
    List<ReportPart> parts;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Test
    @Transactional
    void every_measure_is_printed_in_a_table_with_its_label() {
        var platformId = UUID.fromString(register.platform());
        var day = weeks.next();
        weeks.close(day);
        var week = ReportingWeek.endingOn(day).orElseThrow();
        var marks = new HashMap<Measure, Long>();
        parts.stream()
                .flatMap(part -> part.measures().stream())
                .forEach(measure -> marks.put(measure, FIRST + marks.size() * 1_000L));
        var figures = marks.entrySet().stream()
                .map(mark -> figure(mark.getKey(), mark.getValue(), platformId))
                .toList();
        var one = new PlatformWeek(
                WeekReader.platform(platformId, week),
                Platform.ofId(platformId).orElseThrow().lossFormula(),
                week,
                figures,
                Figures.of(figures),
                null,
                List.of());
        var all = Figures.of(figures);
        var digest = new DigestWeek(week, List.of(one), figures, all, all, null, List.of());
        var tables = parts.stream()
                .flatMap(part -> Stream.concat(part.tables(one).stream(), part.tables(digest).stream()))
                .toList();
        assertThat(marks).hasSizeGreaterThan(15);
        var notPrinted = marks.entrySet().stream()
                .filter(mark -> tables.stream().noneMatch(table -> prints(table, mark.getKey(), mark.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(notPrinted).as("counted, and in no table under its name").isEmpty();
    }

    private static boolean prints(ReportTable table, Measure measure, long mark) {
        return table.rows().stream().anyMatch(row -> {
            var heading = table.title() + row.get(0);
            return row.contains(Long.toString(mark))
                            && (heading.contains(measure.zh()) || heading.contains(measure.zhOnOnePlatform()))
                    || row.contains(mark + ".00")
                            && heading.contains(measure.amountLabel().zh());
        });
    }

    private static WeekFigure figure(Measure measure, long mark, UUID platformId) {
        var sum = BigDecimal.valueOf(mark * 100, 2);
        return new WeekFigure(
                platformId,
                null,
                measure,
                measure.counts() ? new Counts(0, mark, 0, 0, mark) : null,
                measure.sums() ? new Sums(sum, sum, sum, sum, sum) : null);
    }
}
