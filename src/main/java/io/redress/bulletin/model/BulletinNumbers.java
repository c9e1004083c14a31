package io.redress.bulletin.model;

import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Issue numbers (期号): gapless, from 1 in each series and year. */
@ApplicationScoped
@SqlWrites("the bulletin that took the number")
public class BulletinNumbers {

    private static final String NEXT =
            "select last_number + 1 from bulletin_series where platform_id is not distinct from ? and year = ?";

    /** The series row stays locked until the issuing transaction ends, so the numbers have no gaps. */
    private static final String TAKE = "insert into bulletin_series (platform_id, year, last_number) values (?, ?, ?)"
            + " on conflict (platform_id, year) do update set last_number = excluded.last_number"
            + " where bulletin_series.last_number = excluded.last_number - 1"
            + " returning last_number";

    private final Sql sql;

    BulletinNumbers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Returns the next number at this moment without taking it, so that the files can show it.
     *
     * @param platformId null for the series of the digest
     */
    public int next(UUID platformId, int year) {
        return sql.first(NEXT, row -> row.getInt(1), platformId, year).orElse(1);
    }

    /** Takes a number if it is still the next one; a rollback gives it back. Returns whether it was taken. */
    public boolean take(UUID platformId, int year, int number) {
        return sql.first(TAKE, row -> row.getInt(1), platformId, year, number).isPresent();
    }
}
