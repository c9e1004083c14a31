package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Owner;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AppendOnlyTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Owner owner;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tally_entry set count = count + 1",
                "update tally_entry set week_id = null where week_id is not null",
                "delete from tally_entry",
                "update closing_figure set added_count = added_count + 1, closing_count = closing_count + 1",
                "delete from closing_figure",
                "update reporting_week set closed_by = 'somebody else'",
                "delete from registration_history",
                "update platform_as_of set name = 'another'",
                "update platform_as_of set week_ends_on = week_ends_on + 7 where week_ends_on is not null",
                "delete from platform_as_of"
            })
    void the_database_refuses_changes_even_by_the_owner(String statement) {
        register.register(register.platform());
        weeks.close(weeks.next());
        assertThatThrownBy(() -> owner.execute(statement)).hasStackTraceContaining("append-only");
    }

    @Test
    void a_figure_that_does_not_balance_cannot_be_stored() {
        weeks.close(weeks.next());
        assertThatThrownBy(() -> execute("""
                        insert into closing_figure select id, null, '445102010000', 'PERSONS_REGISTERED', 1, 1, 0, 0, 3, 0, 0, 0, 0, 0
                        from reporting_week limit 1""")).hasMessageContaining("closing_figure_counts_balance");
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
