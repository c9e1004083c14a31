package io.redress.bulletin;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/** 期号: from 1 in each series and year. */
@ApplicationScoped
class BulletinNumbers {

    /** The row of a series stays locked until the issuing transaction ends: so numbers have no gaps. */
    private static final String NEXT = "insert into bulletin_series (platform_id, year, last_number) values (?, ?, 1)"
            + " on conflict (platform_id, year) do update set last_number = bulletin_series.last_number + 1"
            + " returning last_number";

    private final AgroalDataSource database;

    BulletinNumbers(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Takes the next number; given back when the transaction is.
     *
     * @param platformId null for the series of the digest
     */
    int next(UUID platformId, int year) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(NEXT)) {
            insert.setObject(1, platformId);
            insert.setInt(2, year);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no bulletin number to be had", e);
        }
    }
}
