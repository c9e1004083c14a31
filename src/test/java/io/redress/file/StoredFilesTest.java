package io.redress.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StoredFilesTest {

    @Inject
    StoredFiles files;

    @Inject
    AgroalDataSource database;

    @Test
    void a_file_is_read_back_as_it_was_handed_in() throws IOException {
        var docx = SmallFiles.docx();
        var sha256 = files.store(docx, FileType.DOCX);
        assertThat(sha256).isEqualTo(Digests.sha256(docx));
        assertThat(files.read(sha256).type()).isEqualTo(FileType.DOCX);
        assertThat(files.read(sha256).bytes()).isEqualTo(docx);
    }

    @Test
    void the_same_file_handed_in_twice_is_kept_once() throws SQLException {
        var sha256 = files.store(SmallFiles.pdf(), FileType.PDF);
        assertThat(files.store(SmallFiles.pdf(), FileType.PDF)).isEqualTo(sha256);
        assertThat(copiesOf(sha256)).isEqualTo(1);
    }

    @Test
    void a_file_of_a_record_that_was_not_saved_is_not_kept() throws IOException, SQLException {
        var png = SmallFiles.image("png");
        QuarkusTransaction.begin();
        var sha256 = files.store(png, FileType.PNG);
        QuarkusTransaction.rollback();
        assertThat(copiesOf(sha256)).isZero();
    }

    @Test
    void an_unknown_hash_is_not_found() {
        assertProblem(() -> files.read("0".repeat(64)), 404, "not-found");
    }

    @Test
    void an_empty_file_is_refused() {
        assertProblem(() -> files.store(new byte[0], FileType.PDF), 422, "file-empty");
    }

    @Test
    void twenty_megabytes_are_kept_and_a_byte_more_is_refused() {
        var largest = Arrays.copyOf(SmallFiles.pdf(), StoredFiles.LARGEST);
        System.arraycopy(SmallFiles.pdf(), 0, largest, largest.length - 500, SmallFiles.pdf().length);
        var sha256 = files.store(largest, FileType.PDF);
        assertThat(files.read(sha256).bytes()).hasSize(StoredFiles.LARGEST);
        var larger = Arrays.copyOf(largest, largest.length + 1);
        assertProblem(() -> files.store(larger, FileType.PDF), 413, "file-too-large");
    }

    @Test
    void a_file_that_is_not_what_it_is_said_to_be_is_refused() throws IOException {
        var xlsx = SmallFiles.xlsx();
        assertProblem(() -> files.store(xlsx, FileType.DOCX), 415, "file-type-refused");
    }

    private static void assertProblem(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    private int copiesOf(String sha256) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from stored_file where sha256 = ?")) {
            select.setString(1, sha256);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
