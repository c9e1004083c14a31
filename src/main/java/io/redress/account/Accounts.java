package io.redress.account;

import io.redress.area.Area;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Account management. */
@ApplicationScoped
public class Accounts {

    private static final ConstraintProblems<Account> CONSTRAINTS = new ConstraintProblems<>(Map.of(
            "account_username_is_taken", account -> AccountProblems.usernameTaken(account.username),
            "account_branch_id_fkey", account -> Problem.invalid("/branchId", "branch-unknown")));

    private final Event<DomainEvent> events;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(Event<DomainEvent> events, Passwords passwords, Clock clock) {
        this.events = events;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Opens an account with an initial password, which the user must change at the first sign-in. */
    @Transactional
    public AccountView open(OpenAccount request) {
        var violations = new Violations();
        PasswordRule.check(request.password(), request.username(), "/password", violations);
        violations.demandNone();
        return open(request, true);
    }

    /**
     * Opens an account whose password need not be changed: its user has chosen it, or it is public, as in a
     * demonstration.
     */
    @Transactional
    public AccountView openWithOwnPassword(OpenAccount request) {
        return open(request, false);
    }

    private AccountView open(OpenAccount request, boolean mustChangePassword) {
        var account = Account.opened(
                request.username(),
                request.name(),
                passwords.hash(request.password()),
                mustChangePassword,
                clock.instant());
        account.appoint(request.roles(), Area.codeOfExisting(request.areaCode(), "/areaCode"), request.branchId());
        CONSTRAINTS.persistAndFlush(account);
        audit("account-opened", account);
        return AccountView.of(account);
    }

    /** Changes an account. A new password, or disabling it, revokes all its sessions and tokens. */
    @Transactional
    AccountView change(UUID id, ChangeAccount request, String ifMatch) {
        Account account = Account.findById(id);
        if (account == null) {
            throw Problem.notFound();
        }
        Versions.demand(ifMatch, account.version);
        var staysAdministrator = !request.disabled() && request.roles().contains(Role.ADMIN);
        if (!staysAdministrator && account.isLastAdministrator()) {
            throw AccountProblems.lastAdministrator();
        }
        account.call(request.name());
        account.appoint(request.roles(), Area.codeOfExisting(request.areaCode(), "/areaCode"), request.branchId());
        account.disable(request.disabled());
        if (request.newPassword() != null) {
            givePassword(account, request.newPassword());
        }
        CONSTRAINTS.persistAndFlush(account);
        audit("account-changed", account);
        if (request.disabled() || request.newPassword() != null) {
            AccessToken.revokeAllOf(account, clock.instant());
            KnownDevice.forgetAllOf(account);
        }
        return AccountView.of(account);
    }

    /** Ends the account's sessions but not its tokens. */
    @Transactional
    void endSessions(UUID id) {
        if (Account.findById(id) == null) {
            throw Problem.notFound();
        }
        var ended = AccessToken.revokeSessionsOf(id, clock.instant());
        if (ended > 0) {
            events.fire(new AuditEvent("session-revoked", "account", id, null, Map.of("sessions", ended)));
        }
    }

    private void givePassword(Account account, String password) {
        var violations = new Violations();
        if (account.oidcSubject != null) {
            violations.add("/newPassword", "signs-in-elsewhere");
        }
        PasswordRule.check(password, account.username, "/newPassword", violations);
        violations.demandNone();
        account.givePassword(passwords.hash(password));
        events.fire(new AuditEvent("password-changed", "account", account.id, null, Map.of("by", "administrator")));
    }

    private void audit(String action, Account account) {
        var details = Map.<String, Object>of(
                "username", account.username, "roles", new TreeSet<>(account.roles), "disabled", account.disabled);
        events.fire(new AuditEvent(action, "account", account.id, null, details));
    }

    @Transactional
    public boolean isEmpty() {
        return Account.count() == 0;
    }
}
