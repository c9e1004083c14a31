package io.redress.account;

import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.secret.RandomSecrets;
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

    private static final int RELEASE_CODE_LENGTH = 8;

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
        demandGoodPassword(request);
        return AccountView.of(open(request, request.rights(), true));
    }

    /**
     * Opens an account that cannot be used and has no rights until {@link #apply} gives them, and checks those that were
     * asked for.
     */
    @Transactional
    public Account openWithoutRights(OpenAccount request) {
        demandGoodPassword(request);
        request.rights().demandValid();
        return open(request, Rights.none(), true);
    }

    /**
     * Opens an account whose password need not be changed: its user has chosen it, or it is public, as in a
     * demonstration.
     */
    @Transactional
    public AccountView openWithOwnPassword(OpenAccount request) {
        return AccountView.of(open(request, request.rights(), false));
    }

    private static void demandGoodPassword(OpenAccount request) {
        var violations = new Violations();
        PasswordRule.check(request.password(), request.username(), "/password", violations);
        violations.demandNone();
    }

    private Account open(OpenAccount request, Rights rights, boolean mustChangePassword) {
        var account = Account.opened(
                request.username(),
                request.name(),
                passwords.hash(request.password()),
                mustChangePassword,
                clock.instant());
        account.appoint(rights);
        CONSTRAINTS.persistAndFlush(account);
        audit("account-opened", account);
        return account;
    }

    /** @throws Problem 404, 428 or 412 unless the caller saw the present state of the account */
    @Transactional
    public Account toChange(UUID id, String ifMatch) {
        Account account = Account.findById(id);
        if (account == null) {
            throw Problem.notFound();
        }
        Versions.demand(ifMatch, account.version);
        return account;
    }

    /**
     * Hashes a password that the owner will have to replace; null for null.
     *
     * @throws Problem 422 for a weak one, or if the account has none because it signs in elsewhere
     */
    @Transactional
    public String initialPassword(Account account, String password) {
        if (password == null) {
            return null;
        }
        var violations = new Violations();
        if (account.oidcSubject != null) {
            violations.add("/newPassword", "signs-in-elsewhere");
        }
        PasswordRule.check(password, account.username, "/newPassword", violations);
        violations.demandNone();
        return passwords.hash(password);
    }

    /**
     * Gives an account its rights and, perhaps, an initial password. A new password, or disabling it, revokes all its
     * sessions and tokens.
     *
     * @param passwordHash null to keep the password
     * @throws Problem 409 if no administrator would be left
     */
    @Transactional
    public void apply(Account account, Rights rights, String passwordHash) {
        if (!rights.areOfAdministrator() && account.isLastAdministrator()) {
            throw AccountProblems.lastAdministrator();
        }
        account.appoint(rights);
        if (passwordHash != null) {
            account.givePassword(passwordHash);
            events.fire(new AuditEvent("password-changed", "account", account.id, null, Map.of("by", "administrator")));
        }
        CONSTRAINTS.persistAndFlush(account);
        audit("account-changed", account);
        if (rights.disabled() || passwordHash != null) {
            AccessToken.revokeAllOf(account, clock.instant());
            KnownDevice.forgetAllOf(account);
        }
    }

    /**
     * Makes the initial password useless without a code, which only the second person learns.
     *
     * @return the code, which is stored nowhere
     */
    @Transactional
    public String demandReleaseCode(Account account) {
        var code = RandomSecrets.readable(RELEASE_CODE_LENGTH);
        account.demandReleaseCode(passwords.hash(code));
        account.persistAndFlush();
        return code;
    }

    /** Ends the account's sessions but not its tokens. */
    @Transactional
    public void endSessions(UUID id) {
        if (Account.findById(id) == null) {
            throw Problem.notFound();
        }
        var ended = AccessToken.revokeSessionsOf(id, clock.instant());
        if (ended > 0) {
            events.fire(new AuditEvent("session-revoked", "account", id, null, Map.of("sessions", ended)));
        }
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
