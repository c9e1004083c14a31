package io.redress.seed;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Progress of the demonstration: a row for each completed step, with the data that later steps need. A start after an
 * interruption continues from here.
 */
@ApplicationScoped
class DemoProgress {

    private final AgroalDataSource database;

    DemoProgress(AgroalDataSource database) {
        this.database = database;
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
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select number, ref, path from demonstration_step order by number");
                var row = select.executeQuery()) {
            var done = new ArrayList<Done>();
            while (row.next()) {
                done.add(new Done(row.getInt(1), row.getString(2), row.getString(3)));
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException("failed to read the progress of the demonstration", e);
        }
    }

    void add(Done done) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into demonstration_step (number, ref, path)"
                        + " values (?, ?, ?) on conflict do nothing")) {
            insert.setInt(1, done.number());
            insert.setString(2, done.ref());
            insert.setString(3, done.path());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("failed to store the progress of the demonstration", e);
        }
    }
}
