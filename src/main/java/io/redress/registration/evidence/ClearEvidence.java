package io.redress.registration.evidence;

import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.common.text.Digests;
import io.redress.file.EncryptedFiles;
import io.redress.file.StoredFiles;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.EncryptedColumn;
import io.redress.privacy.KeyRegister;
import io.redress.registration.model.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Evidence with files from before the encryption of files (V039). */
@ApplicationScoped
@SqlWrites("encrypt-evidence: begin and end")
class ClearEvidence {

    private static final Logger LOG = Logger.getLogger(ClearEvidence.class);

    private final Sql sql;
    private final CryptoModule module;
    private final StoredFiles clearFiles;
    private final EncryptedFiles files;

    ClearEvidence(Sql sql, CryptoModule module, StoredFiles clearFiles, EncryptedFiles files) {
        this.sql = sql;
        this.module = module;
        this.clearFiles = clearFiles;
        this.files = files;
    }

    private record Row(UUID id, UUID registrationId, String sha256) {}

    boolean isAccepted() {
        return sql.withConnection(connection -> new KeyRegister(connection).acceptsClearFiles(module));
    }

    long count() {
        return sql.first("select count(*) from evidence where sha256 is not null", row -> row.getLong(1))
                .orElseThrow();
    }

    /**
     * The file as it was handed in; empty if it is encrypted now. After the last one is encrypted, none is accepted:
     * whoever may write to the database could plant it.
     */
    Optional<byte[]> find(Evidence evidence) {
        if (!isAccepted()) {
            throw new IllegalStateException("evidence " + evidence.id + " has a file that is not encrypted");
        }
        return clearFiles.find(evidence.clearSha256);
    }

    /**
     * Encrypts one file, for all rows of its registration that have it. A row that another transaction locks has to
     * wait for its turn.
     *
     * @return number of rows; 0 when none is left, or all of them are locked
     */
    @Transactional
    int encryptNext() {
        var next = sql.first(
                "select id, registration_id, sha256 from evidence where sha256 is not null"
                        + " order by id limit 1 for update skip locked",
                row -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)));
        return next.map(this::encrypt).orElse(0);
    }

    private int encrypt(Row row) {
        var content = clearFiles.bytes(row.sha256());
        if (!Digests.sha256(content).equals(row.sha256())) {
            LOG.errorf("the file of evidence %s has another digest than when it was stored", row.id());
        }
        var file = files.store(content);
        var same = sql.list(
                "select id from evidence where registration_id = ? and sha256 = ? for update skip locked",
                found -> found.getObject(1, UUID.class),
                row.registrationId(),
                row.sha256());
        for (var id : same) {
            sql.update(
                    "update evidence set file_id = ?, digest = ?, sha256 = null where id = ?",
                    file,
                    EncryptedColumn.of("evidence", id, "digest").seal(row.sha256()),
                    id);
        }
        clearFiles.forgetUnlessUsed(row.sha256());
        return same.size();
    }

    /** Returns false when a row is left, which another transaction locked. */
    @Transactional
    boolean end() {
        if (count() > 0) {
            return false;
        }
        sql.withConnection(connection -> {
            new KeyRegister(connection).clearFilesEnded();
            return true;
        });
        return true;
    }
}
