package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.privacy.software.CryptoModules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys of files in the database: their migration, rotation and destruction. */
class FileKeysTest extends KeyedDatabase {

    private static final String FILE = "0198c0de-0000-7000-8000-000000000001";
    private static final String MARK = "植入的材料内容";
    private static final EncryptedColumn CELL = new EncryptedColumn("encrypted_file", FILE, "wrapped_key");

    private byte[] bytes(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }

    private boolean acceptsClearFiles() throws SQLException {
        try (var connection = connect()) {
            return new KeyRegister(connection).acceptsClearFiles(module);
        }
    }

    private void rotate() throws SQLException, InterruptedException {
        try (var connection = connect()) {
            new RotateKeys(connection, module, 10, new RotateKeys.Progress() {
                        @Override
                        public void begun(int key, boolean isNew) throws SQLException {
                            // No instance runs that has to take it up.
                            try (var statement = connection.createStatement()) {
                                statement.execute(
                                        "update crypto_key set entered_at = entered_at - interval '1 minute' where number = "
                                                + key);
                            }
                        }

                        @Override
                        public void reencrypted(String table, int rows, int inPass) {}

                        @Override
                        public void ended(int key) {}
                    })
                    .run();
        }
    }

    private void enterFile(String key) throws SQLException {
        try (var connection = connect();
                var insert = connection.prepareStatement("insert into encrypted_file values (?::uuid, 1, ?, now())")) {
            insert.setString(1, FILE);
            insert.setBytes(2, EncryptedText.seal(module, 1, key, CELL));
            insert.executeUpdate();
        }
        execute("insert into encrypted_piece select '" + FILE + "', n, convert_to('piece ' || n, 'UTF8')"
                + " from generate_series(0, 2) n");
    }

    @Test
    void a_rotation_rewraps_file_keys_only_and_a_removed_key_makes_backups_unreadable() throws Exception {
        migrateTo("latest");
        var key = module.newFileKey();
        enterFile(key);
        var inBackup = bytes("select wrapped_key from encrypted_file");
        var pieces = bytes(
                "select convert_to(string_agg(xmin::text || ctid::text || content::text, ''), 'UTF8') from encrypted_piece");
        rotate();
        var now = bytes("select wrapped_key from encrypted_file");
        assertThat(now).startsWith(0, 2);
        assertThat(EncryptedText.open(module, now, CELL)).isEqualTo(key);
        assertThat(
                        bytes(
                                "select convert_to(string_agg(xmin::text || ctid::text || content::text, ''), 'UTF8') from encrypted_piece"))
                .isEqualTo(pieces);

        assertThat(EncryptedText.open(module, inBackup, CELL))
                .as("the key is still here")
                .isEqualTo(key);
        try (var connection = connect()) {
            var register = new KeyRegister(connection);
            assertThat(register.emptiedBefore(Instant.now().minusSeconds(3600))).isEmpty();
            assertThat(keys.remove(register.emptiedBefore(Instant.now().plusSeconds(60))))
                    .containsExactly(1);
            assertThat(keys.remove(register.emptiedBefore(Instant.now().plusSeconds(60))))
                    .isEmpty();
            var later = CryptoModules.open(keys);
            register.demandFits(later);
            assertThat(EncryptedText.open(later, now, CELL)).isEqualTo(key);
            assertThatThrownBy(() -> EncryptedText.open(later, inBackup, CELL)).isInstanceOf(KeysUnusable.class);
        }
        assertThat(Files.readString(folder.resolve("redress.keys")))
                .contains("data.2=", "mac.index=", "mac.audit=", "# ")
                .doesNotContain("data.1=");
    }

    @Test
    void clear_files_are_accepted_only_from_the_migration_until_their_encryption() throws Exception {
        migrateTo("38");
        oldEvidence();
        migrateTo("latest");
        assertThat(acceptsClearFiles()).isTrue();
        execute("delete from evidence");
        rotate();
        assertThat(acceptsClearFiles()).as("whatever the data key is").isTrue();
        try (var connection = connect()) {
            new KeyRegister(connection).demandFits(module);
            new KeyRegister(connection).clearFilesEnded();
        }
        assertThat(acceptsClearFiles()).isFalse();
        execute("update crypto_key set emptied_at = null where use = 'clear-files'");
        assertThat(acceptsClearFiles()).as("its check value is gone").isFalse();
    }

    @Test
    void a_database_without_evidence_accepts_no_clear_file() throws SQLException {
        migrateTo("latest");
        assertThat(acceptsClearFiles()).isFalse();
    }

    @Test
    void the_next_start_leaves_no_trace_of_clear_files_on_the_disk() throws Exception {
        migrateTo("38");
        oldEvidence();
        execute("analyze");
        migrateTo("latest");
        execute("insert into stored_file values ('kept', 'text/plain', 4, 'kept', now())");
        enterFile(module.newFileKey());
        execute(
                "update evidence set sha256 = null, file_id = '" + FILE + "', digest = '\\x0001'",
                "delete from stored_file where sha256 <> 'kept'");
        var told = new ArrayList<String>();
        try (var connection = connect()) {
            new ClearText(connection).eraseTraces(told::add);
            assertThat(told).as("not yet").isEmpty();
            new KeyRegister(connection).clearFilesEnded();
            assertThat(filesWith(MARK)).as("the search finds old rows").isNotEmpty();
            new ClearText(connection).eraseTraces(told::add);
        }
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("rewriting 2 tables");
        assertThat(filesWith(MARK)).isEmpty();
        assertThat(bytes("select content from stored_file")).isEqualTo("kept".getBytes());
        assertThat(bytes("select convert_to(count(*)::text, 'UTF8') from crypto_key where use = 'clear-files'"))
                .isEqualTo("0".getBytes());
    }

    private void oldEvidence() throws SQLException {
        execute(
                "insert into stored_file select 'x' || n, 'text/plain', octet_length(content), content, now() from"
                        + " (select n, convert_to('" + MARK + "' || n, 'UTF8') as content"
                        + " from generate_series(1, 9) n) as files",
                "set session_replication_role = replica; insert into evidence (id, registration_id, kind, file_name, sha256,"
                        + " media_type, size, attached_at, attached_by) select gen_random_uuid(), gen_random_uuid(),"
                        + " 'CONTRACT', '\\x0001', sha256, media_type, size, now(), 'x' from stored_file;"
                        + " set session_replication_role = origin");
    }

    /** Files of this database, after a checkpoint, that have these bytes; not its log. */
    private List<String> filesWith(String text) throws SQLException, IOException {
        execute("checkpoint");
        var data =
                new String(bytes("select convert_to(setting || '/base/' || oid, 'UTF8') from pg_settings, pg_database"
                        + " where name = 'data_directory' and datname = current_database()"));
        var wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var found = new ArrayList<String>();
        try (var files = Files.list(Path.of(data))) {
            for (var file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
