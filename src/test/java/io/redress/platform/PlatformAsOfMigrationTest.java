package io.redress.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.OldDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migration of a database without the history of platforms, with platforms and closed weeks in it. */
class PlatformAsOfMigrationTest {

    private OldDatabase database;

    @BeforeEach
    void start() {
        database = new OldDatabase("28");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private List<String> kept() throws SQLException {
        return database.rows("select name || ' ' || stage || ' ' || coalesce(week_ends_on::text, '-')"
                + " from platform_as_of order by id");
    }

    private void enter(String name, String createdAt) throws SQLException {
        database.execute(
                "insert into platform (id, version, name, aliases, kind, stage, loss_formula, watched_since, created_at)"
                        + " values (gen_random_uuid(), 0, '%s', '{}', 'ONLINE_LENDING', 'COLLAPSED', 'ALL_RETURNS_SET_OFF', null, '%s')"
                                .formatted(name, createdAt));
    }

    private void close(String endsOn) throws SQLException {
        database.execute("insert into reporting_week (id, starts_on, ends_on, cut_off_at, closed_at, closed_by) values"
                + " (gen_random_uuid(), date '%1$s' - 6, '%1$s', '%1$sT16:00:00Z', '%1$sT16:01:00Z', '某人')"
                        .formatted(endsOn));
    }

    @Test
    void existing_platforms_are_recorded_as_unchanged_since_the_week_of_their_entry() throws SQLException {
        close("2021-01-03");
        close("2021-01-10");
        enter("乙", "2021-01-05T00:00:00Z");
        enter("甲", "2020-12-30T00:00:00Z");
        enter("丙", "2021-01-12T00:00:00Z");
        database.migrateTo("32");
        assertThat(kept()).containsExactly("甲 COLLAPSED 2021-01-03", "乙 COLLAPSED 2021-01-10", "丙 COLLAPSED -");
        database.execute(
                "update platform set stage = 'ON_TRIAL', changed_at = '2021-01-13T00:00:00Z' where name = '乙'");
        database.execute("update platform set company = '某公司' where name = '丙'");
        assertThat(kept())
                .containsExactly("甲 COLLAPSED 2021-01-03", "乙 COLLAPSED 2021-01-10", "丙 COLLAPSED -", "乙 ON_TRIAL -");
    }
}
