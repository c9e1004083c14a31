package io.redress.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.AccessToken.Kind;
import io.redress.area.Area;
import io.redress.common.problem.Problem;
import io.redress.common.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Signing in and out, tokens for scripts, and keeping the accounts. */
@ApplicationScoped
public class Accounts {

    static final Duration SESSION = Duration.ofHours(10);

    private final Passwords passwords;
    private final Clock clock;

    Accounts(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A new session's secret; the problem does not tell which of name and password was wrong. The password is checked
     * between two short transactions, so that many who sign in at once leave the database to others.
     */
    SignedIn signIn(SignIn request) {
        var hash = QuarkusTransaction.requiringNew()
                .call(() -> Account.named(request.username()).map(account -> account.passwordHash));
        if (!passwords.matches(request.password(), hash)) {
            throw AccountProblems.signInFailed();
        }
        return QuarkusTransaction.requiringNew().call(() -> openSession(request.username(), hash.get()));
    }

    /** The account may have been disabled, or its password changed, while the password was checked. */
    private SignedIn openSession(String username, String hash) {
        var account = Account.namedAndHeld(username)
                .filter(held -> !held.disabled && held.passwordHash.equals(hash))
                .orElseThrow(AccountProblems::signInFailed);
        var secret = AccessToken.newSecret();
        var now = clock.instant();
        AccessToken.of(account, Kind.SESSION, "session", secret, now, now.plus(SESSION))
                .persist();
        return new SignedIn(secret, AccountView.of(account));
    }

    record SignedIn(String secret, AccountView account) {}

    @Transactional
    void signOut(String secret) {
        AccessToken.inForce(secret, clock.instant()).ifPresent(token -> token.revokedAt = clock.instant());
    }

    /** Whose secret this is, while it is in force. */
    @Transactional
    Optional<Known> known(String secret) {
        return AccessToken.inForce(secret, clock.instant()).map(token -> new Known(token.account.viewer(), token.kind));
    }

    record Known(Viewer viewer, Kind by) {}

    @Transactional
    IssuedTokenView issueToken(IssueToken request, Viewer viewer) {
        var secret = AccessToken.newSecret();
        var now = clock.instant();
        Account account = Account.findById(viewer.accountId());
        var token = AccessToken.of(
                account, Kind.SCRIPT, request.name(), secret, now, now.plus(request.validDays(), ChronoUnit.DAYS));
        token.persist();
        return new IssuedTokenView(token.id, token.name, secret, token.expiresAt);
    }

    @Transactional
    List<TokenView> tokensOf(Viewer viewer) {
        return AccessToken.scriptsOf(viewer.accountId()).stream()
                .map(TokenView::of)
                .toList();
    }

    @Transactional
    void revokeToken(UUID id, Viewer viewer) {
        AccessToken token = AccessToken.findById(id);
        if (token == null || !token.account.id.equals(viewer.accountId())) {
            throw Problem.notFound();
        }
        token.revokedAt = clock.instant();
    }

    /** Opens an account; the username is free or the problem says it is taken. */
    @Transactional
    public AccountView open(OpenAccount request) {
        var account = new Account();
        account.username = request.username();
        account.name = request.name();
        account.passwordHash = Passwords.hash(request.password());
        account.appoint(request.roles(), Area.codeOf(request.areaCode(), "/areaCode"), request.branchId());
        account.createdAt = clock.instant();
        save(account);
        return AccountView.of(account);
    }

    /** Changes an account. A new password, or disabling it, ends its sessions and tokens, whoever has them. */
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
        account.name = request.name();
        account.appoint(request.roles(), Area.codeOf(request.areaCode(), "/areaCode"), request.branchId());
        account.disabled = request.disabled();
        if (request.newPassword() != null) {
            account.passwordHash = Passwords.hash(request.newPassword());
        }
        save(account);
        if (request.disabled() || request.newPassword() != null) {
            AccessToken.revokeAllOf(account, clock.instant());
        }
        return AccountView.of(account);
    }

    private static void save(Account account) {
        try {
            account.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw switch (String.valueOf(e.getConstraintName())) {
                case "account_username_is_taken" -> AccountProblems.usernameTaken(account.username);
                case "account_branch_id_fkey" -> Problem.invalid("/branchId", "branch-unknown");
                default -> e;
            };
        }
    }

    @Transactional
    public boolean isEmpty() {
        return Account.count() == 0;
    }
}
