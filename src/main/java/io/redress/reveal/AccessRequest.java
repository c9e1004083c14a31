package io.redress.reveal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.Viewer;
import io.redress.approval.Approval;
import io.redress.approval.ApprovalStatus;
import io.redress.area.AreaScope;
import io.redress.common.id.Ids;
import io.redress.common.query.Conditions;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.common.time.Clocks;
import io.redress.export.ExportQuery;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Request for more personal data in clear than one person alone may have: one list, or more looks on one day. A chief or
 * the director other than the asker decides. An approved list can be taken away within a day, as it was asked for;
 * approved looks count on the day of the approval.
 */
@Entity
public class AccessRequest extends PanacheEntityBase {

    /** For how long an approved list can be taken away. */
    static final Duration VALID = Duration.ofDays(1);

    @Id
    public UUID id;

    @Version
    public long version;

    @Enumerated(EnumType.STRING)
    public AccessKind kind;

    @Enumerated(EnumType.STRING)
    public Purpose purpose;

    @Encrypted
    private byte[] note;

    /** Beginning of the codes of the asker's areas; who decides has them all. */
    @InClear("an area")
    String scope;

    @Shown
    public String list;

    public UUID platformId;

    @Shown
    public String areaCode;

    @Shown
    public String listStatus;

    public LocalDate firstDay;

    public LocalDate lastDay;

    /** Of the list, when it was asked for: so many at the most are given. */
    public Integer people;

    /** Looks beyond the daily number. */
    public Integer howMany;

    @Embedded
    public Approval approval;

    @Encrypted
    private byte[] refusalReason;

    private static AccessRequest of(AccessKind kind, Stated stated, AreaScope scope, Approval approval) {
        var request = new AccessRequest();
        request.id = Ids.next();
        request.kind = kind;
        request.purpose = stated.purpose();
        request.note = request.at("note").seal(stated.note());
        request.scope = scope.prefix();
        request.approval = approval;
        return request;
    }

    public static AccessRequest forList(
            String list,
            ExportQuery query,
            String areaCode,
            int people,
            Stated stated,
            AreaScope scope,
            Approval asked) {
        var request = of(AccessKind.EXPORT, stated, scope, asked);
        request.list = list;
        request.platformId = query.platformId();
        request.areaCode = areaCode;
        request.listStatus = query.status();
        request.firstDay = query.from();
        request.lastDay = query.to();
        request.people = people;
        return request;
    }

    public static AccessRequest forLooks(int howMany, Stated stated, AreaScope scope, Approval asked) {
        var request = of(AccessKind.REVEALS, stated, scope, asked);
        request.howMany = howMany;
        return request;
    }

    /** As it was asked for, and without what has been recorded since then. */
    public ExportQuery query() {
        var area = areaCode == null ? null : AreaScope.of(areaCode);
        return new ExportQuery(platformId, area, listStatus, firstDay, lastDay, approval.askedAt());
    }

    public Stated stated() {
        return new Stated(purpose, note());
    }

    public String note() {
        return at("note").open(note);
    }

    public void refuse(String reason, Viewer by, Instant now) {
        approval.refuse(by, now);
        refusalReason = at("refusal_reason").seal(reason);
    }

    public String refusalReason() {
        return at("refusal_reason").open(refusalReason);
    }

    /** Until when an approved request is of use; null for another. */
    public Instant validUntil() {
        if (approval.statusAt(approval.askedAt()) != ApprovalStatus.APPROVED) {
            return null;
        }
        return kind == AccessKind.EXPORT
                ? approval.decidedAt().plus(VALID)
                : Clocks.startOf(Clocks.dateOf(approval.decidedAt()).plusDays(1));
    }

    private EncryptedColumn at(String column) {
        return EncryptedColumn.of("access_request", id, column);
    }

    /** One's own; who decides sees all of the own areas. */
    private static Conditions visibleTo(Viewer viewer, boolean decides) {
        return decides
                ? new Conditions()
                        .and("scope like :scope", "scope", viewer.scope().pattern())
                : new Conditions().and("approval.askedById = :me", "me", viewer.accountId());
    }

    public static Optional<AccessRequest> visible(UUID id, Viewer viewer, boolean decides) {
        var conditions = visibleTo(viewer, decides).and("id = :id", "id", id);
        return find(conditions.text(), conditions.parameters()).firstResultOptional();
    }

    public static Optional<AccessRequest> lock(UUID id, Viewer viewer, boolean decides) {
        var conditions = visibleTo(viewer, decides).and("id = :id", "id", id);
        return find(conditions.text(), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public static List<AccessRequest> list(
            ApprovalStatus status, Viewer viewer, boolean decides, UUID below, int limit) {
        var conditions = visibleTo(viewer, decides)
                .and("approval.status = :status", "status", status)
                .and("id < :below", "below", below);
        return AccessRequest.<AccessRequest>find(conditions.text() + " order by id desc", conditions.parameters())
                .page(0, limit)
                .list();
    }

    public static List<AccessRequest> lockOverdue(Instant now, int limit) {
        return find("approval.status = ?1 and approval.expiresAt <= ?2 order by id", ApprovalStatus.PENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    /** The looks that were approved for the account since the day began. */
    static long looksApproved(UUID accountId, Instant dayBegan) {
        return find(
                        "select coalesce(sum(howMany), 0) from AccessRequest where kind = ?1 and approval.askedById = ?2"
                                + " and approval.status = ?3 and approval.decidedAt >= ?4",
                        AccessKind.REVEALS,
                        accountId,
                        ApprovalStatus.APPROVED,
                        dayBegan)
                .project(Long.class)
                .singleResult();
    }
}
