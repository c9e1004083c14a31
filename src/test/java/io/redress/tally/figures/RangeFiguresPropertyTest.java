package io.redress.tally.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.area.AreaScope;
import io.redress.common.problem.Problem;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.tally.Figure;
import io.redress.tally.Ledger;
import io.redress.tally.Ledger.Line;
import io.redress.tally.Measure;
import io.redress.tally.Measures;
import io.redress.tally.Recount;
import io.redress.tally.ReportingCalendar;
import io.redress.tally.closing.CloseWeek;
import io.redress.tally.closing.Closing;
import io.redress.testing.Register;
import io.redress.testing.Seeded;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant: for any entries, however late, and any closings, the figures of any range, filtered and split in any way,
 * equal the sum of the entries, and every year equals its weeks.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RangeFiguresPropertyTest {

    /** More with {@code -Dredress.ranges=…}. */
    private static final int HISTORIES = Integer.getInteger("redress.ranges", 200);

    private static final int QUERIES = 25;

    private static final Instant BEGINNING = Instant.parse("2021-12-08T02:00:00Z");

    private static final String[] AREAS = {
        "445102010001", "445102010002", "445102010000", "445102008001", "445102008000", "OUTSIDE"
    };

    @Inject
    Measures known;

    @Inject
    Recount recount;

    @Inject
    Ledger ledger;

    @Inject
    Register register;

    @Inject
    RangeFigures figures;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Closing closing;

    @Inject
    AdjustableClock clock;

    private Random random;
    private List<UUID> platforms;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    @Test
    void the_figures_of_any_days_are_the_sum_of_their_entries() {
        platforms = Stream.of(register.platform(), register.platform())
                .map(UUID::fromString)
                .toList();
        var answers = 0;
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            random = Seeded.random(seed);
            live();
            var byHand = new RangeRecount(ledger.entries(), ledger.weeks());
            for (var i = 0; i < QUERIES; i++) {
                var query = query();
                var scope = random.nextInt(3) > 0 ? AreaScope.EVERYWHERE : AreaScope.of("445102010000");
                if (query.areaCode() != null && !scope.includes(query.areaCode())) {
                    continue;
                }
                var shown = figures.read(query, scope);
                assertThat(RangeRecount.lines(shown))
                        .as("seed " + seed + " " + query + " " + scope)
                        .containsExactlyInAnyOrderElementsOf(byHand.figures(query, scope));
                answers += shown.items().size();
            }
            everyYearEqualsItsWeeks(seed);
        }
        assertThat(answers).isGreaterThan(HISTORIES * 100);
    }

    private void everyYearEqualsItsWeeks(long seed) {
        for (var year = 2021; year <= 2022; year++) {
            var reconciled = reconciliation.of(year, AreaScope.EVERYWHERE);
            assertThat(reconciled.balanced())
                    .as("seed " + seed + " " + reconciled)
                    .isTrue();
            var query = new RangeQuery(
                    LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null, null, null, true, false, Set.of());
            for (var figure : figures.read(query, AreaScope.EVERYWHERE).items()) {
                assertThat(reconciled.items()).as("seed " + seed + " " + figure).anySatisfy(item -> {
                    assertThat(item.platformId()).isEqualTo(figure.platformId());
                    assertThat(item.measure()).isEqualTo(figure.measure());
                    assertThat(item.count()).isEqualTo(figure.count());
                    assertThat(item.amount())
                            .usingRecursiveComparison()
                            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                            .isEqualTo(figure.amount());
                });
            }
        }
    }

    /** Starts an empty register at the end of 2021. */
    private void live() {
        recount.forgetEverything();
        clock.setTo(BEGINNING);
        for (var step = random.nextInt(40); step >= 0; step--) {
            switch (random.nextInt(5)) {
                case 0, 1 -> ledger.write(entries());
                case 2 -> clock.setTo(clock.instant().plus(Duration.ofHours(random.nextInt(24 * 6))));
                case 3 -> clock.setTo(midnightAfter(clock.instant().plus(Duration.ofDays(random.nextInt(4)))));
                default -> close();
            }
        }
    }

    private static Instant midnightAfter(Instant moment) {
        return ReportingCalendar.end(Clocks.dateOf(moment));
    }

    private List<Line> entries() {
        var lines = new ArrayList<Line>();
        for (var i = random.nextInt(5); i >= 0; i--) {
            var measure = anyMeasure();
            var platform = measure.name().startsWith("PERSONS") ? null : platforms.get(random.nextInt(2));
            var figure = new Figure(
                    measure.counts() ? random.nextInt(7) - 2 : 0,
                    measure.sums()
                            ? BigDecimal.valueOf(random.nextInt(1_000_000) - 300_000, 2)
                            : new BigDecimal("0.00"));
            var moment = moment();
            var isMove = random.nextInt(4) == 0;
            lines.add(new Line(platform, area(), measure, figure, isMove, moment));
            if (isMove) {
                lines.add(new Line(platform, area(), measure, figure.negated(), true, moment));
            }
        }
        return lines;
    }

    /** Mostly now; or long ago, like an entry that was committed late; or exactly at midnight or at a cut-off. */
    private Instant moment() {
        var now = clock.instant();
        var weeks = ledger.weeks();
        return switch (random.nextInt(6)) {
            case 0 -> now.minus(Duration.ofHours(random.nextInt(24 * 9)));
            case 1 -> ReportingCalendar.begin(Clocks.dateOf(now));
            case 2 -> weeks.isEmpty() ? now : weeks.get(weeks.size() - 1).cutOffAt();
            default -> now;
        };
    }

    private Measure anyMeasure() {
        return known.all().get(random.nextInt(known.all().size()));
    }

    private String area() {
        return AREAS[random.nextInt(AREAS.length)];
    }

    private void close() {
        var now = clock.instant();
        var endsOn = Clocks.dateOf(now).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var cutOffs = new Instant[] {
            null,
            null,
            now,
            ReportingCalendar.begin(endsOn.minusDays(6)),
            now.minus(Duration.ofHours(random.nextInt(60)))
        };
        try {
            var request = new CloseWeek(cutOffs[random.nextInt(5)], true);
            closing.close(random.nextBoolean() ? endsOn : endsOn.minusDays(7), request, "陈某");
        } catch (Problem refused) {
            assertThat(refused.status()).isIn(409, 422);
        }
    }

    private RangeQuery query() {
        var from = LocalDate.of(2021, 11, 25).plusDays(random.nextInt(150));
        var groupings = Grouping.values();
        var by = random.nextInt(groupings.length + 1);
        var measures = new HashSet<Measure>();
        for (var i = random.nextBoolean() ? 0 : random.nextInt(3); i > 0; i--) {
            measures.add(anyMeasure());
        }
        return new RangeQuery(
                from,
                from.plusDays(random.nextInt(random.nextBoolean() ? 10 : 120)),
                by == groupings.length ? null : groupings[by],
                random.nextInt(3) > 0 ? null : platforms.get(random.nextInt(2)),
                random.nextInt(3) > 0 ? null : area(),
                random.nextBoolean(),
                random.nextBoolean(),
                measures);
    }
}
