package io.redress.approval;

import io.redress.account.Viewer;
import io.redress.common.record.InClear;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A request and its decision by a second person. It is {@code PENDING} until somebody else than the asker approves or
 * refuses it, the asker withdraws it, or its term is over. Each of these is final.
 */
@Embeddable
public class Approval {

    @Enumerated(EnumType.STRING)
    ApprovalStatus status;

    UUID askedById;

    @InClear("the name of an account")
    String askedBy;

    Instant askedAt;

    /** From this moment it can no longer be decided; null for what counted at once. */
    Instant expiresAt;

    UUID decidedById;

    @InClear("the name of an account")
    String decidedBy;

    Instant decidedAt;

    public static Approval asked(Viewer by, Instant now, Duration term) {
        var approval = by(by, now, ApprovalStatus.PENDING);
        approval.expiresAt = now.plus(term);
        return approval;
    }

    static Approval notNeeded(Viewer by, Instant now) {
        return by(by, now, ApprovalStatus.AT_ONCE);
    }

    private static Approval by(Viewer by, Instant now, ApprovalStatus status) {
        var approval = new Approval();
        approval.status = status;
        approval.askedById = by.accountId();
        approval.askedBy = by.name();
        approval.askedAt = now;
        return approval;
    }

    public void approve(Viewer by, Instant now) {
        demandAnotherThanAsker(by);
        become(ApprovalStatus.APPROVED, by, now);
    }

    public void refuse(Viewer by, Instant now) {
        demandAnotherThanAsker(by);
        become(ApprovalStatus.REFUSED, by, now);
    }

    public void withdraw(Viewer by, Instant now) {
        if (!isAskedBy(by)) {
            throw ApprovalProblems.notAsker();
        }
        become(ApprovalStatus.WITHDRAWN, by, now);
    }

    /** Another request takes its place. */
    void supersede(Viewer by, Instant now) {
        become(ApprovalStatus.WITHDRAWN, by, now);
    }

    public void expire(Instant now) {
        if (status == ApprovalStatus.PENDING && !now.isBefore(expiresAt)) {
            status = ApprovalStatus.EXPIRED;
            decidedAt = now;
        }
    }

    /** A request whose term is over counts as expired, also before the job has marked it. */
    public ApprovalStatus statusAt(Instant now) {
        return status == ApprovalStatus.PENDING && !now.isBefore(expiresAt) ? ApprovalStatus.EXPIRED : status;
    }

    public boolean isAskedBy(Viewer viewer) {
        return askedById.equals(viewer.accountId());
    }

    /** Four-eyes principle: who asked does not decide. */
    private void demandAnotherThanAsker(Viewer by) {
        if (isAskedBy(by)) {
            throw ApprovalProblems.ownRequest();
        }
    }

    private void become(ApprovalStatus next, Viewer by, Instant now) {
        var present = statusAt(now);
        if (present != ApprovalStatus.PENDING) {
            throw ApprovalProblems.notPending(present);
        }
        status = next;
        decidedById = by.accountId();
        decidedBy = by.name();
        decidedAt = now;
    }

    public UUID askedById() {
        return askedById;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
