package io.redress.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.OldDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migration of a database from before loss formulas had parts: its figures stay exact to the cent. */
class LossFormulaMigrationTest {

    private static final String PLATFORM = "00000000-0000-7000-8000-00000000000";

    private OldDatabase database;

    @BeforeEach
    void start() {
        database = new OldDatabase("33");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void enter(int n, String lossFormula) throws SQLException {
        database.execute(
                "insert into platform (id, version, name, aliases, kind, stage, loss_formula, created_at, changed_at)"
                        + " values ('%s%d', 0, '平台%d', '{}', 'ONLINE_LENDING', 'COLLAPSED', '%s', now(), now())"
                                .formatted(PLATFORM, n, n, lossFormula));
    }

    /** 5 000 paid in; 100 of interest and 40 of purchases paid back; the loss as that version computed it. */
    private void register(int n, String netLoss) throws SQLException {
        database.execute("""
                insert into investor (id, version, kind, name, name_pinyin, name_initials, document_type, document_number,
                        document_index, area_code, elderly, hardship, created_at)
                    values ('%1$s%2$d', 0, 'PERSON', '某某', 'mou mou', 'mm', 'OTHER', '', decode('0%2$d', 'hex'),
                        '445102', false, false, now());
                insert into registration (id, version, number, platform_id, investor_id, status, channel, received_at,
                        received_by, evidence_shown, notices_given, acted_as_salesperson,
                        declared_principal, declared_principal_repaid, declared_returns_paid, declared_net_loss,
                        verified_principal, verified_principal_repaid, verified_returns_paid, verified_net_loss)
                    values ('%1$s%2$d', 0, '%2$d', '%1$s%2$d', '%1$s%2$d', 'VERIFIED', 'WINDOW', now(), '某人', '{}', '{}',
                        false, 5000, 0, 140, %3$s, 5000, 0, 140, %3$s);
                insert into repayment (id, registration_id, position, repaid_on, kind, amount) values
                    (gen_random_uuid(), '%1$s%2$d', 0, '2019-05-01', 'INTEREST', 100),
                    (gen_random_uuid(), '%1$s%2$d', 1, '2019-06-01', 'CONSUMPTION_OFFSET', 40);
                """.formatted(PLATFORM, n, netLoss));
    }

    @Test
    void the_migration_separates_purchases_and_keeps_every_loss() throws SQLException {
        database.execute(
                "insert into area (code, name, level, valid_from) values ('445102', '某区', 'COUNTY', '2000-01-01')");
        enter(1, "ALL_RETURNS_SET_OFF");
        enter(2, "PRINCIPAL_ONLY");
        register(1, "4860.00");
        register(2, "5000.00");
        database.migrateTo("34");
        assertThat(database.rows("select array_to_string(set_off, ' ') from platform order by id"))
                .containsExactly("RETURNS CONSUMPTION GOODS", "");
        assertThat(
                        database.rows(
                                "select concat_ws(' ', declared_returns_paid, declared_consumption, declared_goods_received,"
                                        + " declared_net_loss, verified_returns_paid, verified_consumption, verified_goods_received,"
                                        + " verified_net_loss, coalesce(adjudicated_consumption::text, '-')) from registration order by id"))
                .containsExactly(
                        "100.00 40.00 0.00 4860.00 140.00 0.00 0.00 4860.00 -",
                        "100.00 40.00 0.00 5000.00 140.00 0.00 0.00 5000.00 -");
    }
}
