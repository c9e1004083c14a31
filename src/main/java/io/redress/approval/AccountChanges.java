package io.redress.approval;

import io.redress.account.Account;
import io.redress.account.AccountChangeKind;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.ChangeAccount;
import io.redress.account.OpenAccount;
import io.redress.account.Rights;
import io.redress.account.Viewer;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Changes of accounts by administrators. What takes rights away counts at once. What gives rights, or lets the
 * administrator know the password, waits for a second person, who gets a code for the owner of the account where there
 * is an initial password: neither the administrator nor the second person can then sign in as the owner.
 */
@ApplicationScoped
public class AccountChanges {

    private static final ConstraintProblems<AccountChange> CONSTRAINTS = new ConstraintProblems<>(Map.of(
            "account_change_waits_once", change -> Problem.of(409, "conflict"),
            "account_change_branch_exists", change -> Problem.invalid("/branchId", "branch-unknown")));

    private final Accounts accounts;
    private final DualControl control;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final Duration term;

    AccountChanges(
            Accounts accounts,
            DualControl control,
            Event<DomainEvent> events,
            Clock clock,
            @ConfigProperty(name = "redress.approvals.term") Duration term) {
        this.accounts = accounts;
        this.control = control;
        this.events = events;
        this.clock = clock;
        this.term = term;
    }

    /** Opens an account; until a second person has approved its rights it has none and cannot be used. */
    @Transactional
    AccountView open(OpenAccount request, Viewer viewer) {
        var opened = EnumSet.of(AccountChangeKind.OPENED);
        var state = control.state();
        if (state != DualControlState.REQUIRED) {
            var account = accounts.open(request);
            countsAtOnce(Account.findById(account.id()), opened, request.rights(), viewer, state);
            return account;
        }
        var account = accounts.openWithoutRights(request);
        return AccountView.of(account, waits(account, opened, request.rights(), null, viewer).id);
    }

    /**
     * Changes an account. It has the rights that both the present and the wanted ones contain at once, and the wanted
     * ones when a second person has approved. A change that still waits is withdrawn.
     */
    @Transactional
    AccountView change(UUID id, ChangeAccount request, String ifMatch, Viewer viewer) {
        var state = control.state();
        var account = accounts.toChange(id, ifMatch);
        var wanted = request.rights();
        wanted.demandValid();
        var passwordHash = accounts.initialPassword(account, request.newPassword());
        AccountChange.lockPendingOf(id).ifPresent(earlier -> {
            earlier.supersede(viewer, clock.instant());
            AccountChange.flush();
        });
        var before = account.rights();
        var grants = grants(before.changesTo(wanted), passwordHash);
        var waits = state == DualControlState.REQUIRED && !grants.isEmpty();
        var now = waits ? before.narrowedTo(wanted) : wanted;
        account.call(request.name());
        accounts.apply(account, now, waits ? null : passwordHash);
        var atOnce = before.changesTo(now);
        if (!waits && passwordHash != null) {
            atOnce.add(AccountChangeKind.PASSWORD_RESET);
        }
        if (!atOnce.isEmpty()) {
            countsAtOnce(account, atOnce, now, viewer, state);
        }
        return AccountView.of(account, waits ? waits(account, grants, wanted, passwordHash, viewer).id : null);
    }

    private static Set<AccountChangeKind> grants(Set<AccountChangeKind> kinds, String passwordHash) {
        var grants = EnumSet.noneOf(AccountChangeKind.class);
        kinds.stream().filter(AccountChangeKind::isGrant).forEach(grants::add);
        if (passwordHash != null) {
            grants.add(AccountChangeKind.PASSWORD_RESET);
        }
        return grants;
    }

    private AccountChange waits(
            Account account, Set<AccountChangeKind> kinds, Rights rights, String passwordHash, Viewer viewer) {
        var approval = Approval.asked(viewer, clock.instant(), term);
        var change = AccountChange.asked(account.id, account.version(), kinds, rights, passwordHash, approval);
        CONSTRAINTS.persistAndFlush(change);
        return change;
    }

    private void countsAtOnce(
            Account account, Set<AccountChangeKind> kinds, Rights rights, Viewer viewer, DualControlState state) {
        var approval = Approval.notNeeded(viewer, clock.instant());
        AccountChange.asked(account.id, account.version(), kinds, rights, null, approval)
                .persist();
        if (state != DualControlState.REQUIRED && kinds.stream().anyMatch(AccountChangeKind::isGrant)) {
            events.fire(new AuditEvent(
                    "changed-without-second-person",
                    "account",
                    account.id,
                    null,
                    Map.of("dualControl", state.name(), "kinds", List.copyOf(kinds))));
        }
    }
}
