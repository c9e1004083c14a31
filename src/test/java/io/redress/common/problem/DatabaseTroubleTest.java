package io.redress.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exceptions are database failures, at any depth of the causes. */
class DatabaseTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08000,UNAVAILABLE",
        "08001,UNAVAILABLE",
        "08003,UNAVAILABLE",
        "08006,UNAVAILABLE",
        "57P01,UNAVAILABLE",
        "57P02,UNAVAILABLE",
        "57P03,UNAVAILABLE",
        "57P05,UNAVAILABLE",
        "28000,UNAVAILABLE",
        "28P01,UNAVAILABLE",
        "3D000,UNAVAILABLE",
        "55000,UNAVAILABLE",
        "25006,UNAVAILABLE",
        "53000,FULL",
        "53100,FULL",
        "53200,FULL",
        "58030,FULL",
        "53300,BUSY",
        "40001,BUSY",
        "40P01,BUSY",
        "55P03,BUSY",
        "57014,BUSY"
    })
    void server_trouble_is_recognised_by_sql_state(String state, DatabaseTrouble trouble) {
        assertThat(DatabaseTrouble.behind(new SQLException("words", state))).contains(trouble);
    }

    @ParameterizedTest
    @CsvSource({"23505", "42P01", "22001", "XX000"})
    void errors_of_a_request_or_a_program_are_no_server_trouble(String state) {
        assertThat(DatabaseTrouble.behind(new SQLException("words", state))).isEmpty();
    }

    @Test
    void server_trouble_is_found_in_causes_suppressed_and_next_exceptions() {
        var lost = new SQLException("lost", "08006");
        var suppressing = new IllegalStateException("commit failed");
        suppressing.addSuppressed(new IllegalStateException(lost));
        var batch = new BatchUpdateException("a batch", null, new int[0]);
        batch.setNextException(lost);
        for (var e : List.of(new IllegalStateException(lost), suppressing, new IllegalStateException(batch))) {
            assertThat(DatabaseTrouble.behind(e)).contains(DatabaseTrouble.UNAVAILABLE);
        }
    }

    @Test
    void a_refused_connection_and_an_exhausted_pool_are_recognised_without_sql_state() {
        assertThat(DatabaseTrouble.behind(new SQLException("no", new ConnectException("refused"))))
                .contains(DatabaseTrouble.UNAVAILABLE);
        assertThat(DatabaseTrouble.behind(
                        new SQLException("the pool is shutting down", new RejectedExecutionException())))
                .contains(DatabaseTrouble.UNAVAILABLE);
        assertThat(DatabaseTrouble.behind(
                        new SQLException("Sorry, acquisition timeout! at io.agroal.pool.ConnectionPool")))
                .contains(DatabaseTrouble.BUSY);
        assertThat(DatabaseTrouble.behind(new SQLTransientConnectionException("later")))
                .contains(DatabaseTrouble.BUSY);
    }

    @Test
    void an_exception_with_a_circular_cause_does_not_loop_forever() {
        var one = new IllegalStateException("one");
        one.addSuppressed(new IllegalStateException(one));
        assertThat(DatabaseTrouble.behind(one)).isEmpty();
    }
}
