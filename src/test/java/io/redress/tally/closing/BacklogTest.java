package io.redress.tally.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.area.AreaScope;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.problem.Problem;
import io.redress.common.time.AdjustableClock;
import io.redress.registration.report.RegistrationMeasure;
import io.redress.tally.Figure;
import io.redress.tally.Ledger;
import io.redress.tally.Ledger.Line;
import io.redress.tally.Recount;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigures;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backlog of years is closed week by week; a second closing meanwhile is refused at once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BacklogTest {

    private static final LocalDate FIRST = LocalDate.of(2017, 1, 8);
    private static final int WEEKS = 257;
    private static final LocalDate LAST = FIRST.plusWeeks(WEEKS - 1);

    @Inject
    Recount recount;

    @Inject
    Ledger ledger;

    @Inject
    Register register;

    @Inject
    People people;

    @Inject
    Owner owner;

    @Inject
    Closing closing;

    @Inject
    WeekFigures figures;

    @Inject
    AgroalDataSource database;

    @Inject
    AdvisoryLocks locks;

    @Inject
    AdjustableClock clock;

    private UUID platform;

    @BeforeEach
    void enter_people_in_two_weeks_five_years_apart() {
        platform = UUID.fromString(register.platform());
        recount.forgetEverything();
        enter("2017-01-03T10:00:00", 3);
        enter("2017-01-04T10:00:00", -1);
        enter(LAST.minusDays(2) + "T10:00:00", 4);
        clock.setTo(at(LAST.plusDays(1) + "T09:00:00"));
    }

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private void enter(String moment, int count) {
        var figure = new Figure(count, Figure.ZERO.amount());
        ledger.write(new Line(platform, Register.KAIYUAN, RegistrationMeasure.REGISTERED, figure, false, at(moment)));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment + "+08:00");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.prepareStatement(sql).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private WeekFigure.Counts registeredIn(LocalDate week) {
        var id = ReportingWeek.endingOn(week).orElseThrow().id;
        return figures.of(id, AreaScope.EVERYWHERE, platform).get(0).count();
    }

    @Test
    void weeks_without_entries_have_one_row_each_and_carry_every_figure_forward() throws SQLException {
        assertThat(closing.close(LAST, CloseWeek.WHEN_OVER, "陈某").endsOn).isEqualTo(LAST);
        assertThat(count("select count(*) from reporting_week")).isEqualTo(WEEKS);
        assertThat(count("select count(distinct week_id) from closing_figure")).isEqualTo(2);
        assertThat(registeredIn(FIRST)).isEqualTo(new WeekFigure.Counts(0, 3, 1, 0, 2));
        assertThat(registeredIn(FIRST.plusWeeks(1))).isEqualTo(new WeekFigure.Counts(2, 0, 0, 0, 2));
        assertThat(registeredIn(LAST.minusWeeks(1))).isEqualTo(new WeekFigure.Counts(2, 0, 0, 0, 2));
        assertThat(registeredIn(LAST)).isEqualTo(new WeekFigure.Counts(2, 4, 0, 0, 6));
    }

    @Test
    void an_interrupted_closing_keeps_the_closed_weeks_and_the_next_one_continues() throws SQLException {
        owner.execute("""
                create function refuse_a_week() returns trigger language plpgsql as $$
                begin raise exception 'no more'; end $$""", """
                create trigger no_more before insert on reporting_week for each row
                when (new.ends_on = '2018-01-07') execute function refuse_a_week()""");
        try {
            assertThatThrownBy(() -> closing.close(LAST, CloseWeek.WHEN_OVER, "陈某"))
                    .hasStackTraceContaining("no more");
        } finally {
            owner.execute("drop trigger no_more on reporting_week", "drop function refuse_a_week()");
        }
        assertThat(count("select count(*) from reporting_week")).isEqualTo(52);
        assertThat(closing.closeDue())
                .hasValueSatisfying(week -> assertThat(week.endsOn).isEqualTo(LAST));
        assertThat(count("select count(*) from reporting_week")).isEqualTo(WEEKS);
        assertThat(registeredIn(LAST)).isEqualTo(new WeekFigure.Counts(2, 4, 0, 0, 6));
    }

    @Test
    void a_refused_cut_off_closes_no_earlier_week() throws SQLException {
        assertThatThrownBy(() -> closing.close(LAST, new CloseWeek(at("2017-06-01T00:00:00"), null), "陈某"))
                .isInstanceOf(Problem.class);
        assertThat(count("select count(*) from reporting_week")).isZero();
    }

    @Test
    void a_concurrent_closing_is_refused_at_once_and_the_job_skips_it() throws SQLException {
        try (var other = locks.tryLock(Closing.LOCK)) {
            assertThat(other.isHeld()).isTrue();
            people.chief()
                    .body(Map.of())
                    .post("/api/v1/reporting-weeks/" + LAST + "/close")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/closing-in-progress"));
            assertThat(closing.closeDue()).isEmpty();
        }
        assertThat(count("select count(*) from reporting_week")).isZero();
        assertThat(closing.closeDue()).isPresent();
    }
}
