package io.redress.common.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.problem.DatabaseTrouble;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SqlTest {

    private static final Instant NOON = Instant.parse("2021-03-07T04:00:00Z");

    @Inject
    Sql sql;

    @Test
    void values_are_bound_in_order() {
        var rows = sql.list(
                "select n, ?::text, ?::text, ?::timestamptz from generate_series(1, ?) n order by n",
                row -> row.getInt(1)
                        + row.getString(2)
                        + row.getString(3)
                        + row.getTimestamp(4).toInstant(),
                "a",
                null,
                NOON,
                2);
        assertThat(rows).containsExactly("1anull" + NOON, "2anull" + NOON);
    }

    @Test
    void an_empty_result_has_no_first_row() {
        assertThat(sql.first("select ?", row -> row.getInt(1), 1)).contains(1);
        assertThat(sql.first("select 1 where false", row -> row.getInt(1))).isEmpty();
    }

    @Test
    void a_failure_names_the_statement_and_keeps_the_cause() {
        var full = "do $$ begin raise exception using errcode = '53100'; end $$";
        assertThatThrownBy(() -> sql.execute(full))
                .isInstanceOf(UncheckedSqlException.class)
                .hasMessageContaining(full)
                .hasCauseInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(DatabaseTrouble.behind(e)).contains(DatabaseTrouble.FULL));
    }
}
