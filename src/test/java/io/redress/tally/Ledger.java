package io.redress.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes entries into the tally, at any time, and reads them back. */
@Singleton
public class Ledger {

    private final AgroalDataSource database;

    Ledger(AgroalDataSource database) {
        this.database = database;
    }

    /** An entry to write. */
    public record Line(
            UUID platformId, String areaCode, Measure measure, Figure figure, boolean moved, Instant recordedAt) {}

    /**
     * An entry as stored.
     *
     * @param weekEndsOn of the week that claimed it, or null
     */
    public record Entry(
            UUID platformId,
            String areaCode,
            Measure measure,
            long count,
            BigDecimal amount,
            boolean moved,
            Instant recordedAt,
            LocalDate weekEndsOn) {}

    /** A closed week. */
    public record Week(LocalDate endsOn, Instant cutOffAt) {}

    public void write(Line... lines) {
        write(List.of(lines));
    }

    public void write(List<Line> lines) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into tally_entry (id, platform_id, area_code, measure,"
                                + " count, amount, moved, recorded_at, cause, cause_id) values (?, ?, ?, ?, ?, ?, ?, ?, 'test', ?)")) {
            for (var line : lines) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, line.platformId());
                insert.setString(3, line.areaCode());
                insert.setString(4, line.measure().name());
                insert.setLong(5, line.figure().count());
                insert.setBigDecimal(6, line.figure().amount());
                insert.setBoolean(7, line.moved());
                insert.setTimestamp(8, Timestamp.from(line.recordedAt()));
                insert.setObject(9, UUID.randomUUID());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Entry> entries() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select platform_id, area_code, measure, count, amount, moved,"
                        + " recorded_at, ends_on from tally_entry e left join reporting_week w on w.id = e.week_id");
                var row = select.executeQuery()) {
            var entries = new ArrayList<Entry>();
            while (row.next()) {
                entries.add(new Entry(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Measure.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getBigDecimal(5),
                        row.getBoolean(6),
                        row.getTimestamp(7).toInstant(),
                        row.getObject(8, LocalDate.class)));
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Week> weeks() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select ends_on, cut_off_at from reporting_week order by ends_on");
                var row = select.executeQuery()) {
            var weeks = new ArrayList<Week>();
            while (row.next()) {
                weeks.add(new Week(
                        row.getObject(1, LocalDate.class), row.getTimestamp(2).toInstant()));
            }
            return weeks;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
