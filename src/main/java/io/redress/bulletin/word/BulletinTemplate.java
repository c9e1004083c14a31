package io.redress.bulletin.word;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/**
 * One revision of the bulletin template: an uploaded file, or the return to the built-in one. Revisions are numbered
 * from 1 and never changed; the last one is in force, and before the first the built-in template is.
 */
@Entity
@Immutable
public class BulletinTemplate extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    long revision;

    /** In {@link io.redress.file.StoredFiles}, of a file from before the encryption of files. */
    @Shown
    @Column(name = "sha256")
    String clearSha256;

    /** In {@link io.redress.file.EncryptedFiles}. */
    UUID fileId;

    /** SHA-256 of the encrypted file. */
    @Shown
    String digest;

    @InClear("about a layout")
    String note;

    Instant changedAt;

    @InClear("the name of an account")
    String changedBy;

    /** @param fileId null, like its digest, to restore the built-in template */
    static BulletinTemplate of(long revision, UUID fileId, String digest, String note, String changedBy, Instant now) {
        var template = new BulletinTemplate();
        template.revision = revision;
        template.fileId = fileId;
        template.digest = digest;
        template.note = note;
        template.changedAt = now;
        template.changedBy = changedBy;
        return template;
    }

    boolean isBuiltIn() {
        return fileId == null && clearSha256 == null;
    }

    static Optional<BulletinTemplate> last() {
        return find("order by revision desc").firstResultOptional();
    }
}
