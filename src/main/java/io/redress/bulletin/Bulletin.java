package io.redress.bulletin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * The weekly report of one platform (工作周报): a reading of a closed week with a narrative. A {@code DRAFT} is edited by
 * hand; when it is {@code ISSUED} it takes the next number of its platform and year, without gaps, and is frozen: the
 * content as it stood, the digest of that content, and the document made of it are kept and never made again.
 */
@Entity
class Bulletin extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    long version;

    UUID platformId;

    UUID weekId;

    LocalDate weekEndsOn;

    @Enumerated(EnumType.STRING)
    BulletinStatus status;

    String title;

    @ElementCollection
    @CollectionTable(name = "bulletin_section", joinColumns = @JoinColumn(name = "bulletin_id"))
    @OrderColumn(name = "position")
    List<BulletinSection> sections = new ArrayList<>();

    String draftedBy;

    Instant draftedAt;

    Integer year;

    Integer number;

    LocalDate issuedOn;

    Instant issuedAt;

    String issuedBy;

    /** The content as issued, to the byte. */
    String content;

    /** SHA-256 of the content. */
    String digest;

    String documentSha256;

    boolean isIssued() {
        return status == BulletinStatus.ISSUED;
    }

    void edit(String newTitle, List<BulletinSection> newSections) {
        demandDraft();
        title = newTitle;
        sections.clear();
        sections.addAll(newSections);
    }

    void demandDraft() {
        if (isIssued()) {
            throw BulletinProblems.alreadyIssued(year, number);
        }
    }

    static Optional<Bulletin> ofId(UUID id) {
        return findByIdOptional(id);
    }

    static Optional<Bulletin> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
