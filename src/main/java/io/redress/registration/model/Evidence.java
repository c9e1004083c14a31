package io.redress.registration.model;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.file.ExaminedFile;
import io.redress.file.FileWarning;
import io.redress.privacy.BlindIndex;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file attached to a registration as evidence (材料); the same file of a registration is stored once. */
@Entity
public class Evidence extends PanacheEntityBase {

    @Id
    public UUID id;

    /** The registration that it belongs to: after a merge the target. No other attribute changes. */
    public UUID registrationId;

    @Enumerated(EnumType.STRING)
    public EvidenceKind kind;

    @Encrypted
    private byte[] fileName;

    /** In {@link io.redress.file.StoredFiles}; null unless it is from before the encryption of files. */
    @Shown
    @Column(name = "sha256", updatable = false)
    public String clearSha256;

    /** In {@link io.redress.file.EncryptedFiles}; not updatable, because a file is encrypted past Hibernate. */
    @Column(updatable = false)
    public UUID fileId;

    @Encrypted
    @Column(updatable = false)
    private byte[] digest;

    /** A keyed digest of row and file, for the audit log: it shows no reader which file it is. */
    @Shown
    @Column(updatable = false)
    private String proof;

    @Shown
    public String mediaType;

    public long size;

    /** Null if it was attached before the service examined files. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public Set<FileWarning> warnings;

    public Instant attachedAt;

    @InClear("the name of an account")
    public String attachedBy;

    public static Evidence of(
            UUID registrationId,
            EvidenceKind kind,
            String fileName,
            UUID fileId,
            String sha256,
            ExaminedFile file,
            String attachedBy,
            Instant now) {
        var evidence = new Evidence();
        evidence.id = Ids.next();
        evidence.registrationId = registrationId;
        evidence.kind = kind;
        evidence.fileName = evidence.at("file_name").seal(fileName);
        evidence.fileId = fileId;
        evidence.digest = evidence.at("digest").seal(sha256);
        evidence.proof = HexFormat.of().formatHex(BlindIndex.EVIDENCE_FILE.of(evidence.id + "/" + sha256));
        evidence.mediaType = file.type().mediaType();
        evidence.size = file.content().length;
        evidence.warnings = file.warnings();
        evidence.attachedBy = attachedBy;
        evidence.attachedAt = now;
        return evidence;
    }

    public String fileName() {
        return at("file_name").open(fileName);
    }

    /** SHA-256 of the file as it was handed in. */
    public String sha256() {
        return fileId == null ? clearSha256 : at("digest").open(digest);
    }

    /** Whether the file is this one. */
    public boolean is(ExaminedFile file, String sha256) {
        return size == file.content().length && sha256().equals(sha256);
    }

    private EncryptedColumn at(String column) {
        return EncryptedColumn.of("evidence", id, column);
    }

    public void handTo(UUID otherRegistrationId) {
        registrationId = otherRegistrationId;
    }

    /** Warnings for a user who opens it. */
    public Set<FileWarning> warnings() {
        return warnings == null ? ExaminedFile.unknown(mediaType) : warnings;
    }

    public static List<Evidence> of(UUID registrationId) {
        return list("registrationId = ?1 order by id", registrationId);
    }

    public static Optional<Evidence> of(UUID registrationId, UUID id) {
        return find("registrationId = ?1 and id = ?2", registrationId, id).firstResultOptional();
    }
}
