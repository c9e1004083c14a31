package io.redress.tally.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.area.AreaScope;
import io.redress.common.problem.Problem;
import io.redress.common.time.AdjustableClock;
import io.redress.registration.report.RegistrationMeasure;
import io.redress.tally.Figure;
import io.redress.tally.Ledger;
import io.redress.tally.Ledger.Line;
import io.redress.tally.Recount;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.closing.CloseWeek;
import io.redress.tally.closing.Closing;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boundaries between periods. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RangeFiguresTest {

    /** The end of the week from Monday, 27 December 2021, which is in two years. */
    private static final LocalDate SUNDAY = LocalDate.of(2022, 1, 2);

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

    private UUID platform;

    @BeforeEach
    void empty_the_tally() {
        platform = UUID.fromString(register.platform());
        recount.forgetEverything();
    }

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private void enter(String moment, int count) {
        enter(moment, count, Register.KAIYUAN, false);
    }

    private void enter(String moment, int count, String area, boolean moved) {
        var figure = new Figure(count, Figure.ZERO.amount());
        ledger.write(new Line(platform, area, RegistrationMeasure.REGISTERED, figure, moved, at(moment)));
    }

    /** Shanghai time. */
    private static Instant at(String moment) {
        return Instant.parse(moment + "+08:00");
    }

    private void close(LocalDate endsOn, String now) {
        clock.setTo(at(now));
        closing.close(endsOn, CloseWeek.WHEN_OVER, "陈某");
    }

    private RangeFiguresView read(String from, String to, Grouping by, String area) {
        var query = new RangeQuery(
                LocalDate.parse(from),
                LocalDate.parse(to),
                by,
                null,
                area,
                false,
                false,
                Set.of(RegistrationMeasure.REGISTERED));
        return figures.read(query, AreaScope.EVERYWHERE);
    }

    private List<Counts> counts(String from, String to, Grouping by) {
        return read(from, to, by, null).items().stream().map(RangeFigure::count).toList();
    }

    private static Counts counts(int opening, int added, int closing) {
        return new Counts(opening, added, 0, 0, closing);
    }

    @Test
    void without_entries_all_figures_are_zero() {
        var answer = read("2021-01-01", "2021-12-31", Grouping.MONTH, null);
        assertThat(answer.items()).isEmpty();
        assertThat(answer.closedUntil()).isNull();
        var reconciled = reconciliation.of(2021, AreaScope.EVERYWHERE);
        assertThat(reconciled.items()).isEmpty();
        assertThat(reconciled.balanced()).isTrue();
    }

    @Test
    void an_entry_at_midnight_belongs_to_the_day_that_begins() {
        enter("2021-12-31T23:59:59.999999", 1);
        enter("2022-01-01T00:00:00", 2);
        var byYear = List.of(counts(0, 1, 1), counts(1, 2, 3));
        assertThat(counts("2021-12-01", "2022-01-31", Grouping.YEAR)).isEqualTo(byYear);
        close(SUNDAY, "2022-01-03T09:00:00");
        assertThat(counts("2021-12-01", "2022-01-31", Grouping.YEAR)).isEqualTo(byYear);
        assertThat(counts("2022-01-01", "2022-01-01", null)).containsExactly(counts(1, 2, 3));
        assertThat(counts("2021-12-31", "2021-12-31", null)).containsExactly(counts(0, 1, 1));
    }

    @Test
    void a_week_across_two_years_is_split_and_both_years_balance() {
        enter("2021-12-20T10:00:00", 1);
        close(SUNDAY.minusWeeks(1), "2021-12-27T09:00:00");
        enter("2021-12-30T10:00:00", 2);
        enter("2022-01-02T10:00:00", 4);
        close(SUNDAY, "2022-01-03T09:00:00");
        enter("2022-01-04T10:00:00", 8);
        assertThat(counts("2021-01-01", "2022-12-31", Grouping.YEAR))
                .containsExactly(counts(0, 3, 3), counts(3, 12, 15));
        assertThat(counts("2021-12-31", "2022-01-01", Grouping.WEEK)).containsExactly(counts(1, 6, 7));

        var terms = reconciliation.of(2022, AreaScope.EVERYWHERE).items().get(0).terms();
        assertThat(terms)
                .extracting(term -> term.kind() + " " + term.startsOn() + " " + term.endsOn() + " " + term.count())
                .containsExactly(
                        "PART 2022-01-01 2022-01-02 " + counts(3, 4, 7),
                        "OPEN 2022-01-03 2022-12-31 " + counts(7, 8, 15));
        var year = reconciliation.of(2021, AreaScope.EVERYWHERE).items().get(0);
        assertThat(year.terms())
                .extracting(term -> term.kind() + " " + term.weeks() + " " + term.count())
                .containsExactly("WEEKS 1 " + counts(0, 1, 1), "PART 0 " + counts(1, 2, 3));
        assertThat(year.count()).isEqualTo(counts(0, 3, 3));
        assertThat(year.countDifference()).isEqualTo(counts(0, 0, 0));
    }

    @Test
    void entries_committed_after_a_closing_count_from_that_closing_on() {
        enter("2021-12-20T10:00:00", 1);
        close(SUNDAY.minusWeeks(1), "2021-12-27T09:00:00");
        enter("2021-12-26T23:00:00", 2);
        assertThat(counts("2021-12-26", "2021-12-26", null)).containsExactly(counts(1, 0, 1));
        assertThat(counts("2021-12-20", "2022-01-02", Grouping.WEEK)).containsExactly(counts(0, 1, 1), counts(1, 2, 3));
        close(SUNDAY, "2022-01-03T09:00:00");
        assertThat(counts("2021-12-26", "2021-12-26", null)).containsExactly(counts(1, 0, 1));
        assertThat(counts("2021-12-27", "2021-12-27", null)).containsExactly(counts(1, 2, 3));
        assertThat(counts("2021-12-20", "2022-01-02", Grouping.WEEK)).containsExactly(counts(0, 1, 1), counts(1, 2, 3));
    }

    @Test
    void a_week_closed_early_ends_at_its_cut_off_and_the_next_begins_there() {
        enter("2021-12-30T10:00:00", 1);
        clock.setTo(at("2021-12-31T18:00:00"));
        closing.close(SUNDAY, new CloseWeek(at("2021-12-31T17:00:00"), null), "陈某");
        enter("2022-01-01T10:00:00", 2);
        assertThat(counts("2021-12-27", "2022-01-09", Grouping.WEEK)).containsExactly(counts(0, 1, 1), counts(1, 2, 3));
        assertThat(counts("2022-01-01", "2022-01-01", null)).containsExactly(counts(1, 2, 3));
        assertThat(read("2022-01-01", "2022-01-01", null, null).closedUntil()).isEqualTo(at("2021-12-31T17:00:00"));
    }

    @Test
    void weeks_are_whole_and_other_periods_end_with_the_range() {
        enter("2021-12-30T10:00:00", 1);
        var weeks = read("2021-12-29", "2022-01-05", Grouping.WEEK, null);
        assertThat(weeks.from()).isEqualTo("2021-12-27");
        assertThat(weeks.to()).isEqualTo("2022-01-09");
        assertThat(read("2021-12-29", "2022-01-05", Grouping.MONTH, null).items())
                .extracting(row -> row.startsOn() + " " + row.endsOn())
                .containsExactly("2021-12-29 2021-12-31", "2022-01-01 2022-01-05");
        assertThat(read("2021-11-30", "2022-04-01", Grouping.QUARTER, null).items())
                .extracting(row -> row.startsOn() + " " + row.endsOn())
                .containsExactly("2021-11-30 2021-12-31", "2022-01-01 2022-03-31", "2022-04-01 2022-04-01");
    }

    @Test
    void a_person_who_moves_changes_the_figures_of_two_areas_and_not_of_the_county() {
        enter("2021-12-20T10:00:00", 1);
        close(SUNDAY.minusWeeks(1), "2021-12-27T09:00:00");
        enter("2021-12-28T10:00:00", -1, Register.KAIYUAN, true);
        enter("2021-12-28T10:00:00", 1, "445102008001", true);
        for (var isClosed : List.of(false, true)) {
            if (isClosed) {
                close(SUNDAY, "2022-01-03T09:00:00");
            }
            assertThat(counts("2021-12-27", "2022-01-02", null)).containsExactly(new Counts(1, 0, 0, 0, 1));
            assertThat(read("2021-12-27", "2022-01-02", null, Register.NEW_TAIPING)
                            .items())
                    .extracting(RangeFigure::count)
                    .containsExactly(new Counts(1, 0, 0, -1, 0));
            assertThat(read("2021-12-27", "2022-01-02", null, "445102008").items())
                    .extracting(RangeFigure::count)
                    .containsExactly(new Counts(0, 0, 0, 1, 1));
        }
    }

    @Test
    void a_figure_has_a_row_in_every_period_even_without_changes() {
        enter("2021-03-10T10:00:00", 5);
        assertThat(counts("2021-01-01", "2021-04-30", Grouping.MONTH))
                .containsExactly(counts(0, 0, 0), counts(0, 0, 0), counts(0, 5, 5), counts(5, 0, 5));
    }

    @Test
    void a_query_with_too_many_rows_is_refused() {
        ledger.execute(
                "insert into tally_entry (id, platform_id, area_code, measure, count, amount, moved, recorded_at, cause,"
                        + " cause_id) select gen_random_uuid(), '" + platform
                        + "', code, measure, 1, 0, false, '2021-03-01', 'test',"
                        + " gen_random_uuid() from area, unnest(array['REGISTERED', 'AFFECTED', 'VERIFIED', 'PRINCIPAL', 'REPAID',"
                        + " 'ADJUDICATED', 'WITHOUT_LOSS', 'POLICE_REPORTED', 'EVIDENCE_COMPLETE', 'SUSPECTED_HELPERS',"
                        + " 'ATTENTION_LEVEL_1', 'ATTENTION_LEVEL_2', 'ATTENTION_LEVEL_3']) measure where level = 'TOWN'");
        var days = LocalDate.of(2021, 3, 1);
        var query = new RangeQuery(days, days.plusWeeks(398), Grouping.WEEK, null, null, false, true, Set.of());
        assertThatThrownBy(() -> figures.read(query, AreaScope.EVERYWHERE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("too-many-figures"));
    }

    @Test
    void a_closing_that_differs_from_the_entries_is_detected() {
        enter("2021-12-20T10:00:00", 1);
        close(SUNDAY.minusWeeks(1), "2021-12-27T09:00:00");
        assertThat(reconciliation.of(2021, AreaScope.EVERYWHERE).balanced()).isTrue();
        ledger.execute("insert into closing_figure select id, '" + platform + "', '" + Register.CHENGXI
                + "', 'REGISTERED', 0, 3, 1, 0, 2, 0, 0, 0, 0, 0 from reporting_week");
        var reconciled = reconciliation.of(2021, AreaScope.EVERYWHERE);
        assertThat(reconciled.balanced()).isFalse();
        assertThat(reconciled.items().get(0).countDifference()).isEqualTo(new Counts(0, -3, -1, 0, -2));
    }
}
