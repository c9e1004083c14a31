package io.redress.bulletin.model;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/** Issue numbers (期号): gapless, from 1 in each series and year. */
@ApplicationScoped
public class BulletinNumbers {

    private static final String NEXT =
            "select last_number + 1 from bulletin_series where platform_id is not distinct from ? and year = ?";

    /** The series row stays locked until the issuing transaction ends, so the numbers have no gaps. */
    private static final String TAKE = "insert into bulletin_series (platform_id, year, last_number) values (?, ?, ?)"
            + " on conflict (platform_id, year) do update set last_number = excluded.last_number"
            + " where bulletin_series.last_number = excluded.last_number - 1"
            + " returning last_number";

    private final AgroalDataSource database;

    BulletinNumbers(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Returns the next number at this moment without taking it, so that the files can show it.
     *
     * @param platformId null for the series of the digest
     */
    public int next(UUID platformId, int year) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, platformId);
            select.setInt(2, year);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 1;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("reading the next bulletin number failed", e);
        }
    }

    /** Takes a number if it is still the next one; a rollback gives it back. Returns whether it was taken. */
    public boolean take(UUID platformId, int year, int number) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(TAKE)) {
            insert.setObject(1, platformId);
            insert.setInt(2, year);
            insert.setInt(3, number);
            try (var row = insert.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("taking a bulletin number failed", e);
        }
    }
}
