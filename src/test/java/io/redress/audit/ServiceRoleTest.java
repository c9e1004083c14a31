package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.audit.chain.SealingJob;
import io.redress.testing.Owner;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database role of the service can only insert into the audit log and the other append-only tables. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ServiceRoleTest {

    private static final String NOT_ALLOWED = "42501";
    private static final String TRIGGER_REFUSES = "23001";

    @Inject
    AgroalDataSource database;

    @Inject
    Owner owner;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    @Inject
    SealingJob sealing;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit_entry",
                "audit_seal",
                "tally_entry",
                "closing_figure",
                "reporting_week",
                "registration_history",
                "bulletin_step",
                "bulletin_file",
                "bulletin_template",
                "reveal",
                "platform_as_of"
            })
    void the_service_role_cannot_change_append_only_tables(String table) {
        for (var sql : List.of(
                "update %s set %s = null",
                "delete from %s",
                "truncate %s",
                "truncate %s cascade",
                "alter table %s disable trigger all",
                "alter table %s disable trigger user",
                "alter table %s add column more text",
                "alter table %s owner to redress",
                "drop table %s",
                "create trigger mine before insert on %s for each row execute function refuse_to_change()",
                "create rule mine as on insert to %s do nothing",
                "do $$ begin lock table %s in access exclusive mode; end $$",
                "set session_replication_role = replica",
                "set role redress_owner",
                "drop function refuse_to_change() cascade")) {
            var column = refusals.query(
                            "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                            table)
                    .get(0);
            assertThat(state(sql.formatted(table, column)))
                    .as(sql.formatted(table, column))
                    .isEqualTo(NOT_ALLOWED);
        }
    }

    @Test
    void the_service_role_cannot_change_counted_or_historical_values() {
        register.register(register.platform());
        assertThat(state("update tally_entry set count = 2")).isEqualTo(NOT_ALLOWED);
        assertThat(state("update platform_as_of set name = 'x'")).isEqualTo(NOT_ALLOWED);
        assertThat(state("update registration_history set what = 'RECEIVED'")).isEqualTo(NOT_ALLOWED);
        assertThat(state("update tally_entry set week_id = null where week_id is not null"))
                .isIn("done", TRIGGER_REFUSES);
    }

    @Test
    void the_service_role_cannot_change_the_migration_history_or_replace_the_chain_head() {
        assertThat(state("delete from flyway_schema_history")).isEqualTo(NOT_ALLOWED);
        assertThat(state("delete from audit_head")).isEqualTo(NOT_ALLOWED);
        assertThat(state("insert into audit_head values (false, 1, '', '')")).isEqualTo(NOT_ALLOWED);
        assertThat(state("create table mine ()")).isEqualTo(NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "audit_seal"})
    void the_trigger_refuses_changes_by_the_owner(String table) throws SQLException {
        sealing.seal();
        try (var connection = owner.connect()) {
            for (var sql : List.of("update %s set mac = mac", "delete from %s", "truncate %s")) {
                assertThat(state(connection, sql.formatted(table))).as(sql).isEqualTo(TRIGGER_REFUSES);
            }
        }
    }

    private String state(String sql) {
        try (var connection = database.getConnection()) {
            return state(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
