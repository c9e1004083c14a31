package io.redress.approval;

import io.quarkus.scheduler.Scheduled;
import io.redress.account.Account;
import io.redress.account.Accounts;
import io.redress.account.Viewer;
import io.redress.common.problem.Problem;
import io.redress.common.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What becomes of changes of accounts: the second person decides, the asker withdraws, the owner is told. */
@ApplicationScoped
public class AccountDecisions {

    private static final int BATCH = 100;

    private final Accounts accounts;
    private final Clock clock;

    AccountDecisions(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Latest first, below the given id. */
    @Transactional
    List<AccountChangeView> list(ApprovalStatus status, Viewer viewer, UUID below, int limit) {
        var changes = AccountChange.list(status, viewer.scope(), below, limit);
        var concerned =
                Account.ofIds(changes.stream().map(change -> change.accountId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(account -> account.id, Function.identity()));
        return changes.stream()
                .map(change -> AccountChangeView.of(change, concerned.get(change.accountId), clock.instant()))
                .toList();
    }

    @Transactional
    AccountChangeView read(UUID id, Viewer viewer) {
        return view(AccountChange.inScope(id, viewer.scope()).orElseThrow(Problem::notFound));
    }

    /** By account, the change that waits. */
    @Transactional
    Map<UUID, UUID> pendingOf(Collection<UUID> accountIds) {
        return AccountChange.pendingOf(accountIds, clock.instant()).stream()
                .collect(Collectors.toMap(change -> change.accountId, change -> change.id));
    }

    /**
     * The change counts from now on. Where the account has an initial password, the second person gets a code for its
     * owner.
     */
    @Transactional
    ApprovedChangeView approve(UUID id, String ifMatch, Viewer viewer) {
        var change = locked(id, ifMatch, viewer);
        var account = Account.heldToChange(change.accountId).orElseThrow();
        var passwordHash = change.passwordHash();
        change.approve(account.version(), viewer, clock.instant());
        accounts.apply(account, change.rights(), passwordHash);
        var code = account.hasInitialPassword() ? accounts.demandReleaseCode(account) : null;
        AccountChange.flush();
        return new ApprovedChangeView(view(change), code);
    }

    @Transactional
    AccountChangeView refuse(UUID id, RefuseRequest request, String ifMatch, Viewer viewer) {
        var change = locked(id, ifMatch, viewer);
        change.refuse(request.reason(), viewer, clock.instant());
        AccountChange.flush();
        return view(change);
    }

    @Transactional
    AccountChangeView withdraw(UUID id, String ifMatch, Viewer viewer) {
        var change = locked(id, ifMatch, viewer);
        change.withdraw(viewer, clock.instant());
        AccountChange.flush();
        return view(change);
    }

    private static AccountChange locked(UUID id, String ifMatch, Viewer viewer) {
        var change = AccountChange.lockInScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, change.version);
        return change;
    }

    private AccountChangeView view(AccountChange change) {
        return AccountChangeView.of(change, Account.findById(change.accountId), clock.instant());
    }

    /** What has counted since the owner of the account last confirmed it, the oldest first. */
    @Transactional
    List<AccountNoticeView> untold(Viewer owner) {
        return AccountChange.untoldOf(owner.accountId()).stream()
                .map(AccountNoticeView::of)
                .toList();
    }

    /** Only what has counted can be confirmed; to confirm it again changes nothing. */
    @Transactional
    void acknowledge(UUID id, Viewer owner) {
        var change = AccountChange.ofOwner(id, owner.accountId())
                .filter(mine -> Set.of(ApprovalStatus.APPROVED, ApprovalStatus.AT_ONCE)
                        .contains(mine.approval.statusAt(clock.instant())))
                .orElseThrow(Problem::notFound);
        change.acknowledge(clock.instant());
    }

    /** Forgets the passwords of what nobody has decided in time. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void expireOverdue() {
        var now = clock.instant();
        AccountChange.lockOverdue(now, BATCH).forEach(change -> change.expire(now));
    }
}
