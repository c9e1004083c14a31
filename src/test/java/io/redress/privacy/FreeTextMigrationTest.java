package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.testing.AtOnce;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Migration of a database from before the encryption of free text, and the encryption afterwards. */
class FreeTextMigrationTest extends KeyedDatabase {

    private static final int ROWS = 10;
    private static final int BATCH = 3;
    private static final String MARK = "密植";

    /** One row per number in each table with free text; foreign keys are off. */
    private static final List<String> RECORDS = List.of(
            """
            insert into investor (id, version, kind, name, name_pinyin, name_initials, document_type, document_number,
                document_index, area_code, elderly, hardship, created_at)
            select id, 0, 'PERSON', '某某', 'mou', 'm', 'OTHER', '', decode(md5(n::text), 'hex'), '445102', false, false,
                now() from numbered""",
            """
            insert into registration (id, version, number, platform_id, investor_id, status, channel, received_at, received_by,
                evidence_shown, notices_given, acted_as_salesperson, declared_principal, declared_principal_repaid,
                declared_returns_paid, declared_net_loss)
            select id, 0, n, id, id, 'RECEIVED', 'WINDOW', now(), '某人', '{}', '{}', false, 1, 0, 0, 1 from numbered""",
            "insert into platform_account (registration_id, position, username) select id, 1, '' from numbered",
            """
            insert into investment (id, registration_id, position, product, invested_on, principal, rolled_over)
            select id, id, 0, '', '2019-05-20', 1, false from numbered""",
            """
            insert into registration_history (id, registration_id, what, happened_at, happened_by, net_loss)
            select id, id, 'RECEIVED', now(), '某人', 1 from numbered""",
            """
            insert into evidence (id, registration_id, kind, file_name, sha256, media_type, size, attached_at, attached_by)
            select id, id, 'CONTRACT', '', 'x', 'image/png', 1, now(), '某人' from numbered""",
            """
            insert into attention_entry (id, version, registration_id, platform_id, investor_id, investor_name, area_code,
                reason, level, status, proposed_by_id, proposed_by, proposed_at)
            select id, 0, id, id, id, '某某', '445102', 'HARDSHIP', 1, 'PROPOSED', id, '某人', now() from numbered""",
            """
            insert into reveal (id, kind, account_id, account_name, fields, purpose, revealed_at)
            select id, 'LOOK', id, '某人', 'PHONE', 'OTHER', now() from numbered""",
            """
            insert into investor_merge (id, version, investor_id, into_id, merged_at, merged_by_id, merged_by)
            select id, 0, id, gen_random_uuid(), now(), id, '某人' from numbered""");

    private static final String NUMBERED = """
            create temporary view numbered as
            select n, ('0198c0de-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id
            from generate_series(1, %d) as n""".formatted(ROWS);

    /** Columns that were text and are encrypted now, as table.column: found in the schema, not listed here. */
    private List<String> columns() throws SQLException {
        var texts = strings("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and data_type = 'text'");
        return encryptedColumns().stream().filter(texts::contains).toList();
    }

    private static String marked(String column) {
        return MARK + column + "的话";
    }

    /** A database with a text in each column, and with the planner's samples of them. */
    private List<String> oldDatabase() throws SQLException {
        migrateTo("37");
        var columns = columns();
        assertThat(columns).hasSizeGreaterThanOrEqualTo(16);
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(NUMBERED);
            for (var insert : RECORDS) {
                statement.execute(insert);
            }
            for (var column : columns) {
                var parts = column.split("\\.");
                assertThat(statement.executeUpdate(
                                "update %s set %s = '%s'".formatted(parts[0], parts[1], marked(column))))
                        .as(column)
                        .isEqualTo(ROWS);
            }
            identify(connection);
            statement.execute("analyze");
        }
        return columns;
    }

    /** Their numbers, encrypted already, are in the same rows. */
    private void identify(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update investor set document_number = ? where id = ?::uuid")) {
            for (var id : strings(connection, "select id from investor")) {
                var cell = new EncryptedColumn("investor", id, "document_number");
                update.setBytes(1, EncryptedText.seal(module, 1, id, cell));
                update.setString(2, id);
                update.executeUpdate();
            }
        }
    }

    private RotateKeys rotation(Connection connection, int batches) {
        return new RotateKeys(connection, module, BATCH, new RotateKeys.Progress() {
            private int done;

            @Override
            public void begun(int key, boolean isNew) {
                assertThat(key).isEqualTo(1);
                assertThat(isNew).isFalse();
            }

            @Override
            public void reencrypted(String table, int rows, int inPass) {
                if (++done == batches) {
                    throw new IllegalStateException("killed");
                }
            }

            @Override
            public void ended(int key) {}
        });
    }

    private void encrypt() throws SQLException, InterruptedException {
        try (var connection = connect()) {
            rotation(connection, Integer.MAX_VALUE).run();
        }
    }

    private void assertEachIsRead(List<String> columns, boolean inClearToo) throws SQLException {
        var found = new TreeMap<String, Integer>();
        try (var connection = connect()) {
            for (var table : EncryptedTable.all(connection)) {
                for (var column : ofThese(columns, table)) {
                    var key = String.join(" || '/' || ", table.key());
                    try (var statement = connection.createStatement();
                            var row =
                                    statement.executeQuery("select " + key + ", " + column + " from " + table.name())) {
                        while (row.next()) {
                            var cell = new EncryptedColumn(table.name(), row.getString(1), column);
                            var text = EncryptedText.open(module, row.getBytes(2), cell, () -> inClearToo);
                            assertThat(text).isEqualTo(marked(table.name() + "." + column));
                            found.merge(table.name() + "." + column, 1, Integer::sum);
                        }
                    }
                }
            }
        }
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(columns);
        assertThat(found.values()).containsOnly(ROWS);
    }

    private static List<String> ofThese(List<String> columns, EncryptedTable table) {
        return table.columns().stream()
                .filter(column -> columns.contains(table.name() + "." + column))
                .toList();
    }

    private boolean acceptsClearText() throws SQLException {
        try (var connection = connect()) {
            return new KeyRegister(connection).acceptsClearText(module);
        }
    }

    private long rowsInClear() throws SQLException {
        try (var connection = connect()) {
            return new ClearText(connection)
                    .rows().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void every_text_is_read_the_same_before_during_and_after_its_encryption() throws Exception {
        var columns = oldDatabase();
        migrateTo("latest");
        var tables = columns.stream().map(column -> column.split("\\.")[0]).distinct();
        assertThat(rowsInClear()).isEqualTo(ROWS * tables.count());
        assertThat(acceptsClearText()).isTrue();
        assertEachIsRead(columns, true);

        try (var connection = connect()) {
            assertThatThrownBy(() -> rotation(connection, 5).run()).hasMessage("killed");
        }
        assertThat(rowsInClear()).isBetween(1L, ROWS * (long) RECORDS.size() - 1);
        assertThat(acceptsClearText()).isTrue();
        assertEachIsRead(columns, true);

        encrypt();
        assertThat(rowsInClear()).isZero();
        assertThat(acceptsClearText()).isFalse();
        assertEachIsRead(columns, false);
    }

    @Test
    void two_concurrent_jobs_lose_no_row() throws Exception {
        var columns = oldDatabase();
        migrateTo("latest");
        Callable<Boolean> encryption = () -> {
            encrypt();
            return true;
        };
        AtOnce.all(List.of(encryption, encryption));
        assertThat(rowsInClear()).isZero();
        assertEachIsRead(columns, false);
    }

    @Test
    void clear_text_written_afterwards_is_refused_whatever_the_flag_in_the_database() throws Exception {
        oldDatabase();
        migrateTo("latest");
        var checkValue = strings("select encode(check_value, 'hex') from crypto_key where use = 'data' and number = 0")
                .get(0);
        encrypt();
        execute("update registration set remark = '\\x0000' || convert_to('planted', 'UTF8')");
        try (var connection = connect()) {
            var register = new KeyRegister(connection);
            var cell = new EncryptedColumn("registration", "0198c0de-0000-7000-8000-000000000001", "remark");
            var planted = "\0\0planted".getBytes(StandardCharsets.UTF_8);
            for (var forgery : List.of(
                    "update crypto_key set emptied_at = null where use = 'data' and number = 0",
                    "update crypto_key set check_value = '\\x0000' || convert_to('Redress', 'UTF8') where use = 'data' and number = 0",
                    "update crypto_key set check_value = (select check_value from crypto_key where use = 'data' and number = 1)"
                            + " where use = 'data' and number = 0")) {
                execute(forgery);
                assertThat(register.acceptsClearText(module)).as(forgery).isFalse();
                assertThatThrownBy(() -> EncryptedText.open(module, planted, cell, () -> {
                            try {
                                return register.acceptsClearText(module);
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }))
                        .isInstanceOf(TamperedWith.class);
            }
            execute("update crypto_key set check_value = '\\x" + checkValue + "' where use = 'data' and number = 0");
            assertThat(register.acceptsClearText(module))
                    .as("only with what the row was before")
                    .isTrue();
        }
    }

    @Test
    void clear_text_that_an_older_transaction_writes_back_is_encrypted() throws Exception {
        oldDatabase();
        migrateTo("latest");
        var row = strings("select id from registration order by id limit 1").get(0);
        var inClear = "select id from registration where substring(remark from 1 for 2) = '\\x0000'";
        var worker = Executors.newSingleThreadExecutor();
        try (var early = connect();
                var statement = early.createStatement()) {
            early.setAutoCommit(false);
            statement.execute(
                    "create temporary table read on commit drop as select remark from registration where id = '" + row
                            + "'");
            var encryption = worker.submit(() -> {
                encrypt();
                return null;
            });
            while (strings(inClear).contains(row)) {
                assertThat(encryption.isDone()).isFalse();
                Thread.sleep(10);
            }
            statement.execute("update registration set remark = (select remark from read) where id = '" + row + "'");
            early.commit();
            encryption.get(5, TimeUnit.MINUTES);
        } finally {
            worker.shutdown();
        }
        assertThat(strings(inClear)).isEmpty();
        assertThat(acceptsClearText()).isFalse();
    }

    @Test
    void a_database_without_free_text_accepts_no_clear_text() throws Exception {
        migrateTo("latest");
        assertThat(acceptsClearText()).isFalse();
        assertThat(strings("select number from crypto_key where use = 'data'")).containsExactly("1");
        var told = new ArrayList<String>();
        try (var starting = connect()) {
            new ClearText(starting).eraseTraces(told::add);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void a_reason_in_the_history_can_only_be_erased_or_encrypted_again() throws Exception {
        oldDatabase();
        migrateTo("latest");
        for (var refused : List.of(
                "update registration_history set reason = '\\x0000'",
                "update registration_history set reason = '\\x0001', net_loss = 2",
                "update reveal set note = '\\x0000' || note",
                "update reveal set note = '\\x0001', purpose = 'x'")) {
            assertThatThrownBy(() -> execute(refused)).as(refused).isInstanceOf(SQLException.class);
        }
        execute("update registration_history set reason = '\\x0001'", "update registration_history set reason = null");
        assertThatThrownBy(() -> execute("update registration_history set reason = '\\x0002'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void the_next_start_after_the_encryption_leaves_no_clear_text_in_any_file() throws Exception {
        oldDatabase();
        migrateTo("latest");
        execute("analyze");
        var told = new ArrayList<String>();
        try (var connection = connect()) {
            new ClearText(connection).eraseTraces(told::add);
            assertThat(told).as("not yet").isEmpty();
            encrypt();
            forgetIndexedNames();
            assertThat(filesWith(MARK)).as("the search finds old rows").isNotEmpty();
            new ClearText(connection).eraseTraces(told::add);
            assertThat(told).hasSize(2);
            assertThat(told.get(1)).contains("erased");
            new ClearText(connection).eraseTraces(told::add);
            assertThat(told).hasSize(2);
        }
        assertThat(filesWith(MARK)).isEmpty();
        assertThat(strings("select count(*) from registration_history where reason is not null"))
                .containsExactly(ROWS + "");
        assertThat(acceptsClearText()).isFalse();
    }

    @Test
    void a_table_in_use_delays_the_erasure_and_not_the_start() throws Exception {
        oldDatabase();
        migrateTo("latest");
        encrypt();
        forgetIndexedNames();
        var told = new ArrayList<String>();
        try (var reader = connect();
                var statement = reader.createStatement();
                var starting = connect()) {
            reader.setAutoCommit(false);
            statement.execute("lock table investor in access share mode");
            new ClearText(starting).eraseTraces(told::add);
            assertThat(told.get(1)).contains("the next start tries again");
            reader.rollback();
            new ClearText(starting).eraseTraces(told::add);
        }
        assertThat(told.get(told.size() - 1)).contains("is erased");
        assertThat(filesWith(MARK)).isEmpty();
    }

    /** As when the tokens of all names are written. */
    private void forgetIndexedNames() throws SQLException {
        execute("delete from unindexed_name");
    }

    @Test
    void names_that_wait_for_their_tokens_stay_and_are_erased_afterwards() throws Exception {
        oldDatabase();
        migrateTo("latest");
        encrypt();
        var told = new ArrayList<String>();
        try (var starting = connect()) {
            new ClearText(starting).eraseTraces(told::add);
            assertThat(told.get(1)).contains("erased");
            assertThat(strings("select folded from unindexed_name"))
                    .hasSize(ROWS)
                    .containsOnly(marked("investor.name"));
            new ClearText(starting).eraseTraces(told::add);
            assertThat(told).hasSize(2);
            forgetIndexedNames();
            assertThat(filesWith(MARK)).isNotEmpty();
            new ClearText(starting).eraseTraces(told::add);
            new ClearText(starting).eraseTraces(told::add);
            assertThat(told).hasSize(4);
        }
        assertThat(filesWith(MARK)).isEmpty();
    }

    @Test
    void a_database_whose_free_text_is_encrypted_already_gets_its_names_encrypted() throws Exception {
        oldDatabase();
        migrateTo("39");
        encrypt();
        assertThat(acceptsClearText()).isFalse();
        migrateTo("latest");
        assertThat(acceptsClearText()).isTrue();
        assertThat(rowsInClear()).isEqualTo(3 * ROWS);
        encrypt();
        assertThat(rowsInClear()).isZero();
        assertThat(acceptsClearText()).isFalse();
    }

    /** Files of this database, after a checkpoint, that have these bytes; not its log. */
    private TreeSet<String> filesWith(String text) throws SQLException, IOException {
        execute("checkpoint");
        var base = Path.of(strings("show data_directory").get(0))
                .resolve(strings("select 'base/' || oid from pg_database where datname = current_database()")
                        .get(0));
        var wanted = text.getBytes(StandardCharsets.UTF_8);
        var found = new TreeSet<String>();
        try (var files = Files.list(base)) {
            for (var file : files.toList()) {
                if (contains(Files.readAllBytes(file), wanted)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        var part = ByteBuffer.wrap(wanted);
        for (var i = 0; i + wanted.length <= content.length; i++) {
            if (content[i] == wanted[0]
                    && Arrays.equals(content, i, i + wanted.length, part.array(), 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
