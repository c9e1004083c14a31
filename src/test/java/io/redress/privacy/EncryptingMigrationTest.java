package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migration of a database from before encryption, with people in it. */
class EncryptingMigrationTest extends KeyedDatabase {

    private static final String INVESTOR = "0198c0de-0000-7000-8000-000000000001";
    private static final String REGISTRATION = "0198c0de-0000-7000-8000-000000000002";
    private static final String INVESTMENT = "0198c0de-0000-7000-8000-000000000003";

    private void enterSomebody() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into area values ('445102010001', '开元', 'VILLAGE', null, '2000-01-01')");
            statement.execute("""
                    insert into platform (id, version, name, aliases, kind, stage, loss_formula, watched_since, created_at)
                    values ('%s', 0, '某平台', '{}', 'ONLINE_LENDING', 'COLLAPSED', 'ALL_RETURNS_SET_OFF', now(), now())""".formatted(REGISTRATION));
            statement.execute("""
                    insert into investor values ('%s', 3, 'PERSON', '陈小明', 'chenxiaoming', 'cxm', 'RESIDENT_ID',
                        '445102198001010018', '13800138000', null, '1980-01-01', 'MALE', '445102010001', '开元路12号',
                        '陈大文', '父子', '13800138001', false, false, now())""".formatted(INVESTOR));
            statement.execute("""
                    insert into registration (id, version, number, platform_id, investor_id, status, channel, received_at,
                        received_by, agent_document_number, agent_phone, evidence_shown, notices_given, salesperson_phone,
                        acted_as_salesperson, declared_principal, declared_principal_repaid, declared_returns_paid,
                        declared_net_loss)
                    values ('%s', 0, '2021-000001-5', '%s', '%s', 'RECEIVED', 'WINDOW', now(), '林登记',
                        '445102196001010027', '13800138002', '{}', '{}', '13800138003', false, 1, 0, 0, 1)""".formatted(REGISTRATION, REGISTRATION, INVESTOR));
            statement.execute(
                    "insert into platform_account values ('%s', 0, 'tdw_8812', '13800138004')".formatted(REGISTRATION));
            statement.execute("""
                    insert into investment (id, registration_id, position, product, invested_on, principal, bank_account,
                        rolled_over) values ('%s', '%s', 0, '活期宝', '2019-05-20', 1, '6222020000000000', false)""".formatted(INVESTMENT, REGISTRATION));
        }
    }

    private byte[] bytes(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    private String open(Connection connection, String table, String row, String condition, String column)
            throws SQLException {
        var kept = bytes(connection, "select " + column + " from " + table + " where " + condition);
        return kept == null ? null : EncryptedText.open(module, kept, new EncryptedColumn(table, row, column));
    }

    @Test
    void clear_values_are_encrypted_and_found_by_their_index() throws SQLException {
        migrateTo("8");
        enterSomebody();
        migrateTo("11");
        try (var connection = connect()) {
            var investor = "id = '" + INVESTOR + "'";
            assertThat(List.of(
                            open(connection, "investor", INVESTOR, investor, "document_number"),
                            open(connection, "investor", INVESTOR, investor, "phone"),
                            open(connection, "investor", INVESTOR, investor, "born_on"),
                            open(connection, "investor", INVESTOR, investor, "street_address"),
                            open(connection, "investor", INVESTOR, investor, "emergency_name"),
                            open(connection, "investor", INVESTOR, investor, "emergency_phone")))
                    .containsExactly("445102198001010018", "13800138000", "1980-01-01", "开元路12号", "陈大文", "13800138001");
            assertThat(open(connection, "investor", INVESTOR, investor, "other_phone"))
                    .isNull();
            assertThat(bytes(connection, "select document_index from investor"))
                    .isEqualTo(BlindIndex.DOCUMENT_NUMBER.of(module, "445102198001010018"));
            assertThat(bytes(connection, "select phone_index from investor"))
                    .isEqualTo(BlindIndex.PHONE.of(module, "13800138000"));
            var registration = "id = '" + REGISTRATION + "'";
            assertThat(List.of(
                            open(connection, "registration", REGISTRATION, registration, "agent_document_number"),
                            open(connection, "registration", REGISTRATION, registration, "agent_phone"),
                            open(connection, "registration", REGISTRATION, registration, "salesperson_phone")))
                    .containsExactly("445102196001010027", "13800138002", "13800138003");
            assertThat(open(connection, "platform_account", REGISTRATION + "/0", "true", "registered_phone"))
                    .isEqualTo("13800138004");
            assertThat(open(connection, "investment", INVESTMENT, "true", "bank_account"))
                    .isEqualTo("6222020000000000");
        }
    }

    @Test
    void a_ciphertext_copied_to_another_column_cannot_be_decrypted() throws SQLException {
        migrateTo("8");
        enterSomebody();
        migrateTo("11");
        try (var connection = connect()) {
            var phone = bytes(connection, "select phone from investor");
            assertThatThrownBy(() -> EncryptedText.open(
                            module, phone, new EncryptedColumn("investor", INVESTOR, "emergency_phone")))
                    .isInstanceOf(TamperedWith.class);
            assertThatThrownBy(() ->
                            EncryptedText.open(module, phone, new EncryptedColumn("investor", REGISTRATION, "phone")))
                    .isInstanceOf(TamperedWith.class);
        }
    }

    @Test
    void the_key_rotation_covers_every_encrypted_column() throws SQLException {
        migrateTo("latest");
        try (var connection = connect();
                var statement = connection.createStatement();
                var columns = statement.executeQuery("""
                        select table_name || '.' || column_name from information_schema.columns
                        where data_type = 'bytea' and table_schema = 'public' and column_name not like '%\\_index'
                            and table_name not like 'audit\\_%'
                            and (table_name, column_name) not in (('stored_file', 'content'), ('encrypted_piece', 'content'), ('crypto_key', 'check_value'))""")) {
            var known = EncryptedTable.all(connection).stream()
                    .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column))
                    .toList();
            var found = new ArrayList<String>();
            while (columns.next()) {
                found.add(columns.getString(1));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void missing_and_wrong_keys_are_reported_with_their_names() throws SQLException {
        migrateTo("11");
        var others = new KeyFile(folder.resolve("others.keys"));
        others.create();
        try (var connection = connect()) {
            var register = new KeyRegister(connection);
            register.demandFits(module);
            assertThatThrownBy(() -> register.demandFits(CryptoModules.open(others)))
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining("audit.1")
                    .hasMessageContaining("No new key is made");
        }
    }
}
