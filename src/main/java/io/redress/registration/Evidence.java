package io.redress.registration;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.file.ExaminedFile;
import io.redress.file.FileWarning;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** A file attached to a registration as evidence (材料); its bytes are kept once by their hash. */
@Entity
class Evidence extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    /** The registration it was handed in for, or the one into which that was merged. Nothing else of it changes. */
    UUID registrationId;

    @Enumerated(EnumType.STRING)
    EvidenceKind kind;

    String fileName;

    String sha256;

    String mediaType;

    long size;

    /** Null where it was attached before files were examined. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<FileWarning> warnings;

    Instant attachedAt;

    String attachedBy;

    /** What whoever opens it should know first. */
    Set<FileWarning> warnings() {
        return warnings == null ? ExaminedFile.unknown(mediaType) : warnings;
    }

    static List<Evidence> of(UUID registrationId) {
        return list("registrationId = ?1 order by id", registrationId);
    }

    static Optional<Evidence> of(UUID registrationId, UUID id) {
        return find("registrationId = ?1 and id = ?2", registrationId, id).firstResultOptional();
    }
}
