package io.redress.tally;

import io.redress.tally.closing.Closing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A tally that grows by the week, written set by set; the figures of its weeks by the statements that close them. */
final class BenchHistory {

    /** Last day of the first week. */
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 8);

    private static final String ENTRIES = """
            insert into tally_entry (id, platform_id, area_code, measure, count, amount, moved, recorded_at, cause, cause_id, week_id)
            select uuidv7(), platform.id, area.code, measure.name, sign, 1000.00 * sign, n % 50 = 0,
                ?::timestamptz + n * (interval '6 days' / ?), 'bench', uuidv7(), ?
            from generate_series(1, ?) n
            cross join lateral (select case when n % 7 = 0 then -1 else 1 end as sign) s
            join (select id, row_number() over (order by id) - 1 as i from platform) platform on platform.i = n % 3
            join (select code, row_number() over (order by code) - 1 as i from area where level = 'VILLAGE') area on area.i = n / 3 % 12
            join (values (0, 'REGISTERED'), (1, 'AFFECTED'), (2, 'PRINCIPAL'), (3, 'REPAID'), (4, 'VERIFIED'))
                measure (i, name) on measure.i = n / 36 % 5
            """;

    /** A closed week. */
    record Week(UUID id, UUID previousId, LocalDate endsOn, Instant cutOffAt) {}

    private final Connection connection;
    private final int entriesAWeek;
    private int weeks;
    private int unclaimed;
    private Week latest;

    BenchHistory(Connection connection, int entriesAWeek) throws SQLException {
        this.connection = connection;
        this.entriesAWeek = entriesAWeek;
        execute(
                "insert into area (code, name, level, valid_from) select '44510200' || (n % 4 + 1) || lpad(n::text, 3, '0'),"
                        + " 'village', 'VILLAGE', '2000-01-01' from generate_series(1, 12) n");
        execute("insert into platform (id, version, name, aliases, kind, stage, set_off, watched_since,"
                + " created_at, changed_at)"
                + " select uuidv7(), 0, 'platform ' || n, '{}', 'ONLINE_LENDING', 'COLLAPSED', array['RETURNS'], now(),"
                + " now(), now() from generate_series(1, 3) n");
    }

    int entriesAWeek() {
        return entriesAWeek;
    }

    Week latest() {
        return latest;
    }

    /** Until so many weeks are closed. */
    void growTo(int wanted) throws SQLException {
        while (weeks < wanted) {
            var week = addWeek();
            enter(entriesAWeek, week.id(), week.endsOn());
            try (var carry = connection.prepareStatement(Closing.CARRY_FORWARD)) {
                Closing.bindCarryForward(carry, week.id(), week.previousId());
                carry.executeUpdate();
            }
        }
        vacuum();
    }

    /** The entries of the week to be closed next, with those that no week has claimed yet. */
    void enterWeek() throws SQLException {
        enter(entriesAWeek - unclaimed, null, endOfNext());
        unclaimed = 0;
    }

    /** What is not closed yet when figures are read. */
    void enterPartOfWeek() throws SQLException {
        unclaimed = entriesAWeek / 3;
        enter(unclaimed, null, endOfNext());
    }

    private LocalDate endOfNext() {
        return FIRST.plusWeeks(weeks);
    }

    Week addWeek() throws SQLException {
        var endsOn = endOfNext();
        latest = new Week(
                UUID.randomUUID(),
                latest == null ? new UUID(0, 0) : latest.id(),
                endsOn,
                ReportingCalendar.end(endsOn));
        weeks++;
        try (var insert = connection.prepareStatement("insert into reporting_week values (?, ?, ?, ?, ?, 'bench')")) {
            insert.setObject(1, latest.id());
            insert.setObject(2, endsOn.minusDays(6));
            insert.setObject(3, endsOn);
            insert.setTimestamp(4, Timestamp.from(latest.cutOffAt()));
            insert.setTimestamp(5, Timestamp.from(latest.cutOffAt()));
            insert.executeUpdate();
        }
        return latest;
    }

    private void enter(int entries, UUID weekId, LocalDate endsOn) throws SQLException {
        try (var insert = connection.prepareStatement(ENTRIES)) {
            insert.setTimestamp(1, Timestamp.from(ReportingCalendar.begin(endsOn.minusDays(6))));
            insert.setInt(2, entriesAWeek);
            insert.setObject(3, weekId);
            insert.setInt(4, entries);
            insert.executeUpdate();
        }
    }

    UUID platform() throws SQLException {
        try (var select = connection.prepareStatement("select id from platform order by id limit 1");
                var row = select.executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    int figures() throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from closing_figure where week_id = ?")) {
            select.setObject(1, latest.id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** As the server does by itself, only now. */
    void vacuum() throws SQLException {
        execute("vacuum (analyze) tally_entry");
        execute("vacuum (analyze) closing_figure");
        execute("vacuum (analyze) reporting_week");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
