package io.redress.seed;

import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Progress of the demonstration: a row for each completed step, with the data that later steps need. A start after an
 * interruption continues from here.
 */
@ApplicationScoped
@SqlWrites("nothing: how far the demonstration is, whose steps are in the audit log")
class DemoProgress {

    private final Sql sql;

    DemoProgress(Sql sql) {
        this.sql = sql;
    }

    /**
     * A completed step.
     *
     * @param number index in the file, from 0
     * @param ref the file's name for the record that the step created or found; null for none
     * @param path the path of that record in the API
     */
    record Done(int number, String ref, String path) {}

    /** All of them, in the order of the file. */
    List<Done> read() {
        return sql.list(
                "select number, ref, path from demonstration_step order by number",
                row -> new Done(row.getInt(1), row.getString(2), row.getString(3)));
    }

    void add(Done done) {
        sql.update(
                "insert into demonstration_step (number, ref, path) values (?, ?, ?) on conflict do nothing",
                done.number(),
                done.ref(),
                done.path());
    }
}
