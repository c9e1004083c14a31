package io.redress.tally;

import io.redress.database.Login;
import io.redress.tally.closing.Closing;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Closed weeks behind a register that is filled by hand, with the figures the program itself would have carried forward. */
public final class BenchWeeks {

    private static final UUID NONE = new UUID(0, 0);

    private BenchWeeks() {}

    /** Enters a closed week; its entries may then be written as claimed by it. */
    public static void enter(Connection connection, UUID id, LocalDate endsOn) throws SQLException {
        try (var insert = connection.prepareStatement("insert into reporting_week"
                + " (id, starts_on, ends_on, cut_off_at, closed_at, closed_by) values (?, ?, ?, ?, ?, 'bench')")) {
            var end = Timestamp.from(ReportingCalendar.end(endsOn));
            insert.setObject(1, id);
            insert.setObject(2, endsOn.minus(6, ChronoUnit.DAYS));
            insert.setObject(3, endsOn);
            insert.setTimestamp(4, end);
            insert.setTimestamp(5, end);
            insert.executeUpdate();
        }
    }

    /** Reckons the figures of a week of entries that it has claimed. */
    public static void carryForward(Connection connection, UUID id, UUID previous) throws SQLException {
        try (var carry = connection.prepareStatement(Closing.CARRY_FORWARD)) {
            Closing.bindCarryForward(carry, id, previous == null ? NONE : previous);
            carry.executeUpdate();
        }
    }

    /** How many milliseconds the statements of a closing take by themselves; nothing of it stays. */
    public static double closeAndUndo(Login owner, LocalDate endsOn) throws SQLException {
        try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password());
                var latest =
                        connection.prepareStatement("select id from reporting_week order by ends_on desc limit 1");
                var claim = connection.prepareStatement(Closing.CLAIM)) {
            connection.setAutoCommit(false);
            UUID previous;
            try (var row = latest.executeQuery()) {
                row.next();
                previous = row.getObject(1, UUID.class);
            }
            var id = UUID.randomUUID();
            var began = System.nanoTime();
            enter(connection, id, endsOn);
            Closing.bindClaim(claim, id, ReportingCalendar.end(endsOn));
            claim.executeUpdate();
            carryForward(connection, id, previous);
            var millis = (System.nanoTime() - began) / 1e6;
            connection.rollback();
            return millis;
        }
    }
}
