package io.redress.bulletin.word;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
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

    /** Of the file; null where the built-in template was restored. */
    @Shown
    String sha256;

    @InClear("about a layout")
    String note;

    Instant changedAt;

    @InClear("the name of an account")
    String changedBy;

    /** @param sha256 of the file; null to restore the built-in template */
    static BulletinTemplate of(long revision, String sha256, String note, String changedBy, Instant now) {
        var template = new BulletinTemplate();
        template.revision = revision;
        template.sha256 = sha256;
        template.note = note;
        template.changedAt = now;
        template.changedBy = changedBy;
        return template;
    }

    static Optional<BulletinTemplate> last() {
        return find("order by revision desc").firstResultOptional();
    }
}
