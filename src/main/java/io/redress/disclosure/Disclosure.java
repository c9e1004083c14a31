package io.redress.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.Viewer;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.tally.Contribution;
import io.redress.tally.Figure;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** One disclosure (信息披露) by a platform. It is never rewritten; a wrong one is withdrawn with a reason. */
@Entity
class Disclosure extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    long version;

    UUID platformId;

    UUID branchId;

    @Enumerated(EnumType.STRING)
    DisclosureKind kind;

    LocalDate disclosedOn;

    @InClear("public")
    String source;

    @InClear("public")
    String summary;

    /** The area of the branch; the county's if the disclosure has no branch. */
    @Shown
    String areaCode;

    @InClear("the name of an account")
    String recordedBy;

    Instant recordedAt;

    Instant withdrawnAt;

    @InClear("the name of an account")
    String withdrawnBy;

    @InClear("about a disclosure")
    String withdrawalReason;

    /** @param areaCode of the branch, or of the county if there is no branch */
    static Disclosure of(
            UUID platformId,
            UUID branchId,
            String areaCode,
            DisclosureKind kind,
            LocalDate disclosedOn,
            String source,
            String summary) {
        var disclosure = new Disclosure();
        disclosure.platformId = platformId;
        disclosure.branchId = branchId;
        disclosure.areaCode = areaCode;
        disclosure.kind = kind;
        disclosure.disclosedOn = disclosedOn;
        disclosure.source = source;
        disclosure.summary = summary;
        return disclosure;
    }

    void recorded(Viewer by, Instant now) {
        recordedBy = by.name();
        recordedAt = now;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void withdraw(String reason, Viewer by, Instant now) {
        if (isWithdrawn()) {
            throw DisclosureProblems.alreadyWithdrawn();
        }
        withdrawnAt = now;
        withdrawnBy = by.name();
        withdrawalReason = reason;
    }

    Contribution contribution() {
        var contribution = new Contribution();
        if (!isWithdrawn()) {
            contribution.add(platformId, areaCode, DisclosureMeasure.DISCLOSURES, Figure.ONE);
        }
        return contribution;
    }

    static Optional<Disclosure> lock(UUID platformId, UUID id) {
        return Optional.<Disclosure>ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(disclosure -> disclosure.platformId.equals(platformId));
    }

    /** Latest first, because ids ascend with time. */
    static List<Disclosure> below(UUID platformId, UUID id, int limit) {
        return (id == null
                        ? Disclosure.<Disclosure>find("platformId = ?1 order by id desc", platformId)
                        : Disclosure.<Disclosure>find("platformId = ?1 and id < ?2 order by id desc", platformId, id))
                .page(0, limit)
                .list();
    }

    /** The disclosures that the tally counted in a closed week with this event, by day of disclosure. */
    static List<Disclosure> counted(UUID platformId, UUID weekId, DisclosureChanged.What what) {
        return list(
                "platformId = ?1 and id in (select causeId from TallyEntry where weekId = ?2 and cause = ?3)"
                        + " order by disclosedOn, recordedAt, id",
                platformId,
                weekId,
                what.cause());
    }
}
