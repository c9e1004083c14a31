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
    void a_state_of_the_server_is_told_by_its_code(String state, DatabaseTrouble trouble) {
        assertThat(DatabaseTrouble.behind(new SQLException("words", state))).contains(trouble);
    }

    @ParameterizedTest
    @CsvSource({"23505", "42P01", "22001", "XX000"})
    void a_request_or_a_program_at_fault_is_none(String state) {
        assertThat(DatabaseTrouble.behind(new SQLException("words", state))).isEmpty();
    }

    @Test
    void it_is_found_behind_causes_suppressed_and_next_exceptions() {
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
    void a_refused_connection_and_a_pool_without_a_free_one_are_known_without_a_code() {
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
    void an_exception_that_causes_itself_does_not_keep_it_looking() {
        var one = new IllegalStateException("one");
        one.addSuppressed(new IllegalStateException(one));
        assertThat(DatabaseTrouble.behind(one)).isEmpty();
    }
}
