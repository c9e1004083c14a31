package io.redress.approval;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.AccountChangeKind;
import io.redress.account.Rights;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.area.AreaScope;
import io.redress.common.id.Ids;
import io.redress.common.query.Conditions;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A change of an account by an administrator, as a whole: the rights that the account then has. It waits for a second
 * person, or counted at once. An account has at most one that waits; the next one takes its place. It holds the hash of
 * an initial password only while it waits. When it has counted, the owner of the account is told, and confirms it.
 */
@Entity
class AccountChange extends PanacheEntityBase {

    @Id
    UUID id;

    @Version
    long version;

    UUID accountId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<AccountChangeKind> kinds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<Role> roles;

    @Shown
    String areaCode;

    UUID branchId;

    boolean disabled;

    @InClear("a password hash")
    private String passwordHash;

    /** Of the account, as the second person sees it. */
    private long accountVersion;

    @Embedded
    Approval approval;

    @Encrypted
    private byte[] refusalReason;

    Instant acknowledgedAt;

    static AccountChange asked(
            UUID accountId,
            long accountVersion,
            Set<AccountChangeKind> kinds,
            Rights rights,
            String passwordHash,
            Approval approval) {
        var change = new AccountChange();
        change.id = Ids.next();
        change.accountId = accountId;
        change.accountVersion = accountVersion;
        change.kinds = EnumSet.copyOf(kinds);
        change.roles = rights.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(rights.roles());
        change.areaCode = rights.areaCode();
        change.branchId = rights.branchId();
        change.disabled = rights.disabled();
        change.passwordHash = passwordHash;
        change.approval = approval;
        return change;
    }

    Rights rights() {
        return new Rights(roles, areaCode, branchId, disabled);
    }

    String passwordHash() {
        return passwordHash;
    }

    /** @param accountVersion of the account now; it must be what the second person saw */
    void approve(long accountVersion, Viewer by, Instant now) {
        if (accountId.equals(by.accountId())) {
            throw ApprovalProblems.ownAccount();
        }
        approval.approve(by, now);
        if (this.accountVersion != accountVersion) {
            throw ApprovalProblems.accountChangedMeanwhile();
        }
        passwordHash = null;
    }

    /** Also by the owner of the account, who did not ask for it. */
    void refuse(String reason, Viewer by, Instant now) {
        approval.refuse(by, now);
        refusalReason = reasonCell().seal(reason);
        passwordHash = null;
    }

    void withdraw(Viewer by, Instant now) {
        approval.withdraw(by, now);
        passwordHash = null;
    }

    void supersede(Viewer by, Instant now) {
        if (approval.statusAt(now) == ApprovalStatus.EXPIRED) {
            expire(now);
        } else {
            approval.supersede(by, now);
            passwordHash = null;
        }
    }

    void expire(Instant now) {
        approval.expire(now);
        passwordHash = null;
    }

    void acknowledge(Instant now) {
        if (acknowledgedAt == null) {
            acknowledgedAt = now;
        }
    }

    String refusalReason() {
        return reasonCell().open(refusalReason);
    }

    private EncryptedColumn reasonCell() {
        return EncryptedColumn.of("account_change", id, "refusal_reason");
    }

    /** A chief who is bound to an area decides on accounts within it. */
    private static Conditions inScope(AreaScope scope) {
        var conditions = new Conditions();
        if (!scope.equals(AreaScope.EVERYWHERE)) {
            conditions.and("areaCode like :scope", "scope", scope.pattern());
        }
        return conditions;
    }

    static Optional<AccountChange> inScope(UUID id, AreaScope scope) {
        var conditions = inScope(scope).and("id = :id", "id", id);
        return find(conditions.text(), conditions.parameters()).firstResultOptional();
    }

    static Optional<AccountChange> lockInScope(UUID id, AreaScope scope) {
        var conditions = inScope(scope).and("id = :id", "id", id);
        return find(conditions.text(), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<AccountChange> list(ApprovalStatus status, AreaScope scope, UUID below, int limit) {
        var conditions = inScope(scope)
                .and("approval.status = :status", "status", status)
                .and("id < :below", "below", below);
        return AccountChange.<AccountChange>find(conditions.text() + " order by id desc", conditions.parameters())
                .page(0, limit)
                .list();
    }

    static Optional<AccountChange> lockPendingOf(UUID accountId) {
        return find("accountId = ?1 and approval.status = ?2", accountId, ApprovalStatus.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<AccountChange> pendingOf(Collection<UUID> accountIds, Instant now) {
        return list(
                "accountId in ?1 and approval.status = ?2 and approval.expiresAt > ?3",
                accountIds,
                ApprovalStatus.PENDING,
                now);
    }

    /** What has counted and the owner has not confirmed. */
    static List<AccountChange> untoldOf(UUID accountId) {
        return list(
                "accountId = ?1 and acknowledgedAt is null and approval.status in ?2 order by id",
                accountId,
                List.of(ApprovalStatus.APPROVED, ApprovalStatus.AT_ONCE));
    }

    static Optional<AccountChange> ofOwner(UUID id, UUID accountId) {
        return find("id = ?1 and accountId = ?2", id, accountId).firstResultOptional();
    }

    static List<AccountChange> lockOverdue(Instant now, int limit) {
        return find("approval.status = ?1 and approval.expiresAt <= ?2 order by id", ApprovalStatus.PENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }
}
