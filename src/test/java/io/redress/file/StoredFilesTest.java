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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StoredFilesTest {

    private static final String PDF = "application/pdf";

    @Inject
    StoredFiles files;

    @Inject
    AgroalDataSource database;

    @Test
    void a_stored_file_is_read_back_unchanged() {
        var sha256 = files.keep(SmallFiles.pdf(), PDF);
        assertThat(sha256).isEqualTo(Digests.sha256(SmallFiles.pdf()));
        assertThat(files.bytes(sha256)).isEqualTo(SmallFiles.pdf());
        assertThat(files.findTyped(sha256).orElseThrow().mediaType()).isEqualTo(PDF);
    }

    @Test
    void equal_files_are_stored_once_and_can_be_deleted() throws SQLException {
        var sha256 = files.keep(SmallFiles.pdf(), PDF);
        assertThat(files.keep(SmallFiles.pdf(), PDF)).isEqualTo(sha256);
        assertThat(copiesOf(sha256)).isEqualTo(1);
        files.forgetUnlessUsed(sha256);
        assertThat(copiesOf(sha256)).isZero();
    }

    @Test
    void a_file_of_a_rolled_back_transaction_is_not_stored() throws IOException, SQLException {
        var png = SmallFiles.image("png");
        QuarkusTransaction.begin();
        var sha256 = files.keep(png, "image/png");
        QuarkusTransaction.rollback();
        assertThat(copiesOf(sha256)).isZero();
    }

    @Test
    void an_unknown_hash_is_not_found() {
        assertThatThrownBy(() -> files.bytes("0".repeat(64)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
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
