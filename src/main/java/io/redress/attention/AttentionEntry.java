package io.redress.attention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.Viewer;
import io.redress.area.AreaScope;
import io.redress.attention.report.AttentionMeasure;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.Hidden;
import io.redress.common.record.InClear;
import io.redress.privacy.EncryptedColumn;
import io.redress.registration.RegistrationBrief;
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

/**
 * Entry of the attention list (重点关注名单) for a person and one platform. It is {@code PROPOSED} until another user than
 * the proposer approves ({@code ACTIVE}) or declines it. An active entry is renewed by its review date, or lapses on
 * the day after. It can be closed with a reason; at the latest it ends with its registration.
 */
@Entity
class AttentionEntry extends PanacheEntityBase {

    @Id
    UUID id;

    @Version
    long version;

    UUID registrationId;

    UUID platformId;

    UUID investorId;

    @Encrypted
    private byte[] investorName;

    @InClear("the scope of every list")
    String areaCode;

    @Hidden
    @Enumerated(EnumType.STRING)
    AttentionReason reason;

    /** 1 (contacted most often) to 3. */
    int level;

    @Enumerated(EnumType.STRING)
    AttentionStatus status;

    @Encrypted
    private byte[] note;

    UUID proposedById;

    @InClear("the name of an account")
    String proposedBy;

    Instant proposedAt;

    @InClear("the name of an account")
    String decidedBy;

    Instant decidedAt;

    @Encrypted
    private byte[] decisionNote;

    /** The last day on which it is active without renewal. */
    LocalDate reviewOn;

    @Encrypted
    private byte[] leavingReason;

    Instant endedAt;

    static AttentionEntry propose(
            RegistrationBrief registration, AttentionReason reason, int level, String note, Viewer by, Instant now) {
        var entry = new AttentionEntry();
        entry.id = Ids.next();
        entry.platformId = registration.platformId();
        entry.follow(registration);
        entry.reason = reason;
        entry.level = level;
        entry.note = entry.at("note").seal(note);
        entry.status = AttentionStatus.PROPOSED;
        entry.proposedById = by.accountId();
        entry.proposedBy = by.name();
        entry.proposedAt = now;
        return entry;
    }

    /** Copies the data of the person who now has this registration: after a move, a new name or a merge. */
    void follow(RegistrationBrief registration) {
        follow(registration, registration.id());
    }

    /** Copies the data of the person from any of their registrations. */
    void follow(RegistrationBrief registration, UUID ownRegistrationId) {
        registrationId = ownRegistrationId;
        investorId = registration.investorId();
        investorName = at("investor_name").seal(registration.investorName(), investorName);
        areaCode = registration.areaCode();
    }

    /** Whether only this entry is active; otherwise whether it is more urgent. Level 1 is the most urgent. */
    boolean outranks(AttentionEntry other) {
        var isActive = status == AttentionStatus.ACTIVE;
        var isOtherActive = other.status == AttentionStatus.ACTIVE;
        return isActive == isOtherActive ? level < other.level : isActive;
    }

    boolean isOf(RegistrationBrief registration) {
        return registrationId.equals(registration.id());
    }

    void approve(LocalDate reviewOn, String note, Viewer by, Instant now) {
        demandOtherThanProposer(by);
        become(AttentionStatus.ACTIVE, AttentionStatus.PROPOSED);
        decide(note, by, now);
        this.reviewOn = reviewOn;
    }

    void decline(String why, Viewer by, Instant now) {
        demandOtherThanProposer(by);
        become(AttentionStatus.DECLINED, AttentionStatus.PROPOSED);
        decide(why, by, now);
        endedAt = now;
    }

    void renew(LocalDate reviewOn, Integer newLevel, String note, Viewer by, Instant now) {
        become(AttentionStatus.ACTIVE, AttentionStatus.ACTIVE);
        decide(note, by, now);
        this.reviewOn = reviewOn;
        if (newLevel != null) {
            level = newLevel;
        }
    }

    void leave(String why, Instant now) {
        become(AttentionStatus.LEFT, null);
        leavingReason = at("leaving_reason").seal(why);
        endedAt = now;
    }

    void lapse(Instant now) {
        become(AttentionStatus.LAPSED, AttentionStatus.ACTIVE);
        endedAt = now;
    }

    String investorName() {
        return at("investor_name").open(investorName);
    }

    String note() {
        return at("note").open(note);
    }

    String decisionNote() {
        return at("decision_note").open(decisionNote);
    }

    String leavingReason() {
        return at("leaving_reason").open(leavingReason);
    }

    private EncryptedColumn at(String column) {
        return EncryptedColumn.of("attention_entry", id, column);
    }

    /** Removes all personal data. */
    void anonymise() {
        investorName = at("investor_name").seal("已匿名");
        note = null;
        decisionNote = null;
        leavingReason = null;
    }

    /** Its contribution to the figures in its present state. */
    Contribution contribution() {
        var contribution = new Contribution();
        if (status == AttentionStatus.ACTIVE) {
            contribution.add(platformId, areaCode, AttentionMeasure.ofLevel(level), Figure.ONE);
        }
        return contribution;
    }

    private void decide(String note, Viewer by, Instant now) {
        decisionNote = at("decision_note").seal(note, decisionNote);
        decidedBy = by.name();
        decidedAt = now;
    }

    private void become(AttentionStatus next, AttentionStatus from) {
        if (from != null && status != from || !status.canBecome(next)) {
            throw AttentionProblems.notPossible(status);
        }
        status = next;
    }

    /** Four-eyes principle: another user than the proposer has to decide. */
    private void demandOtherThanProposer(Viewer by) {
        if (proposedById.equals(by.accountId())) {
            throw AttentionProblems.ownProposal();
        }
    }

    static Optional<AttentionEntry> lockInScope(UUID id, AreaScope scope) {
        return find("id = ?1 and areaCode like ?2", id, scope.pattern())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Optional<AttentionEntry> inScope(UUID id, AreaScope scope) {
        return find("id = ?1 and areaCode like ?2", id, scope.pattern()).firstResultOptional();
    }

    static List<AttentionEntry> ofInvestor(UUID investorId, AreaScope scope) {
        return list("investorId = ?1 and areaCode like ?2 order by id", investorId, scope.pattern());
    }

    static List<AttentionEntry> lockOfInvestor(UUID investorId) {
        return find("investorId = ?1 order by id", investorId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<AttentionEntry> lockOfRegistration(UUID registrationId) {
        return find("registrationId = ?1 order by id", registrationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<AttentionEntry> lockOpenOfInvestor(UUID investorId) {
        return find(
                        "investorId = ?1 and status in ?2 order by id",
                        investorId,
                        List.of(AttentionStatus.PROPOSED, AttentionStatus.ACTIVE))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static Optional<AttentionEntry> lockOpenFor(UUID registrationId) {
        return find(
                        "registrationId = ?1 and status in ?2",
                        registrationId,
                        List.of(AttentionStatus.PROPOSED, AttentionStatus.ACTIVE))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<AttentionEntry> lockDueBefore(LocalDate today, int limit) {
        return find("status = ?1 and reviewOn < ?2 order by id", AttentionStatus.ACTIVE, today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }
}
