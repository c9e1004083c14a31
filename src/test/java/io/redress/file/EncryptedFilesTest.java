package io.redress.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.problem.Problem;
import io.redress.privacy.TamperedWith;
import io.redress.testing.Owner;
import io.redress.testing.Refusals;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EncryptedFilesTest {

    @Inject
    EncryptedFiles files;

    @Inject
    Owner owner;

    @Inject
    Refusals database;

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random().nextBytes(content);
        return content;
    }

    @Test
    void a_file_of_every_size_is_read_back() {
        for (var size : new int[] {0, 1, FilePieces.LENGTH, 17 * FilePieces.LENGTH + 1, StoredFiles.LARGEST}) {
            var content = content(size);
            var file = files.open(files.store(content));
            assertThat(file.size()).isEqualTo(size);
            assertThat(file.bytes()).isEqualTo(content);
        }
    }

    @Test
    void a_file_of_a_rolled_back_transaction_is_not_stored() {
        QuarkusTransaction.begin();
        var id = files.store(content(9));
        QuarkusTransaction.rollback();
        assertThatThrownBy(() -> files.open(id)).isInstanceOf(Problem.class);
        assertThat(pieces(id)).isEqualTo("0");
    }

    @Test
    void a_deleted_file_leaves_no_key_and_no_pieces() {
        var id = files.store(content(FilePieces.LENGTH + 1));
        assertThat(pieces(id)).isEqualTo("2");
        files.forget(id);
        assertThat(pieces(id)).isEqualTo("0");
        assertThat(database.query("select 1 from encrypted_file where id = '" + id + "'"))
                .isEmpty();
    }

    private String pieces(UUID id) {
        return database.query("select count(*) from encrypted_piece where file_id = '" + id + "'")
                .get(0);
    }

    @Test
    void the_key_of_another_file_opens_nothing_and_the_other_file_stays_readable() throws SQLException {
        var content = content(9);
        var one = files.store(content);
        var other = files.store(content);
        owner.execute("update encrypted_file set wrapped_key = (select wrapped_key from encrypted_file where id = '"
                + other + "') where id = '" + one + "'");
        assertThatThrownBy(() -> files.open(one)).isInstanceOf(TamperedWith.class);
        assertThat(files.open(other).bytes()).isEqualTo(content);
    }

    @Test
    void a_changed_size_is_refused_at_once() throws SQLException {
        var id = files.store(content(2 * FilePieces.LENGTH));
        owner.execute("update encrypted_file set size = size - 1 where id = '" + id + "'");
        assertThatThrownBy(() -> files.open(id)).isInstanceOf(TamperedWith.class);
    }

    @Test
    void only_the_content_before_a_missing_piece_is_written() throws SQLException {
        var content = content(20 * FilePieces.LENGTH);
        var id = files.store(content);
        owner.execute("delete from encrypted_piece where number = 18 and file_id = '" + id + "'");
        var out = new ByteArrayOutputStream();
        var file = files.open(id);
        assertThatThrownBy(() -> file.writeTo(out)).isInstanceOf(TamperedWith.class);
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(content, 18 * FilePieces.LENGTH));
    }
}
