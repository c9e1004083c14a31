package io.redress.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
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

    /** OWASP's first choice: Argon2id, 19 MiB, two passes. */
    private static final Argon2Function HASHING = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Checked against when the name is unknown, so that the answer takes as long. */
    private static final String NOBODYS_HASH = hash("nobody's password");

    private final Clock clock;

    Accounts(Clock clock) {
        this.clock = clock;
    }

    /** A new session's secret; the problem does not tell which of name and password was wrong. */
    @Transactional
    SignedIn signIn(SignIn request) {
        var account = Account.named(request.username());
        var hash = account.map(a -> a.passwordHash).orElse(NOBODYS_HASH);
        var matches = Password.check(request.password(), hash).with(HASHING);
        if (!matches || account.isEmpty() || account.get().disabled) {
            throw Problem.of(401, "sign-in-failed");
        }
        var secret = AccessToken.newSecret();
        var now = clock.instant();
        AccessToken.of(account.get(), Kind.SESSION, "session", secret, now, now.plus(SESSION))
                .persist();
        return new SignedIn(secret, AccountView.of(account.get()));
    }

    record SignedIn(String secret, AccountView account) {}

    @Transactional
    void signOut(String secret) {
        AccessToken.inForce(secret, clock.instant()).ifPresent(token -> token.revokedAt = clock.instant());
    }

    @Transactional
    Optional<Viewer> viewerOf(String secret) {
        return AccessToken.inForce(secret, clock.instant()).map(token -> token.account.viewer());
    }

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
        account.passwordHash = hash(request.password());
        account.roles.addAll(request.roles());
        account.areaCode = Area.codeOf(request.areaCode(), "/areaCode");
        account.branchId = request.branchId();
        account.createdAt = clock.instant();
        save(account);
        return AccountView.of(account);
    }

    @Transactional
    AccountView change(UUID id, ChangeAccount request, String ifMatch) {
        Account account = Account.findById(id);
        if (account == null) {
            throw Problem.notFound();
        }
        Versions.demand(ifMatch, account.version);
        account.name = request.name();
        account.roles.clear();
        account.roles.addAll(request.roles());
        account.areaCode = Area.codeOf(request.areaCode(), "/areaCode");
        account.branchId = request.branchId();
        account.disabled = request.disabled();
        if (request.newPassword() != null) {
            account.passwordHash = hash(request.newPassword());
        }
        save(account);
        return AccountView.of(account);
    }

    private static void save(Account account) {
        try {
            account.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw "account_username_is_taken".equals(e.getConstraintName())
                    ? AccountProblems.usernameTaken(account.username)
                    : Problem.invalid("/branchId", "branch-unknown");
        }
    }

    @Transactional
    public boolean isEmpty() {
        return Account.count() == 0;
    }

    private static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(HASHING).getResult();
    }
}
