package io.redress.bulletin.file;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.common.record.Shown;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One file of an issued bulletin, identified by its SHA-256; written once and never changed. */
@Entity
public class BulletinFile extends PanacheEntityBase {

    @Embeddable
    public record Id(
            UUID bulletinId, @Enumerated(EnumType.STRING) BulletinFormat format) {}

    @EmbeddedId
    Id id;

    @Shown
    String sha256;

    static BulletinFile of(UUID bulletinId, BulletinFormat format, String sha256) {
        var file = new BulletinFile();
        file.id = new Id(bulletinId, format);
        file.sha256 = sha256;
        return file;
    }

    static Optional<BulletinFile> find(UUID bulletinId, BulletinFormat format) {
        return findByIdOptional(new Id(bulletinId, format));
    }

    static List<BulletinFile> ofBulletin(UUID bulletinId) {
        return list("id.bulletinId = ?1 order by id.format", bulletinId);
    }
}
