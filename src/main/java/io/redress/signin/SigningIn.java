package io.redress.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.AccessToken;
import io.redress.account.Account;
import io.redress.account.AccountProblems;
import io.redress.account.AccountView;
import io.redress.account.Caller;
import io.redress.account.KnownDevice;
import io.redress.account.PasswordRule;
import io.redress.account.Passwords;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.text.Blanks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Password sign-in and password change. */
@ApplicationScoped
public class SigningIn {

    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Event<DomainEvent> events;
    private final Clock clock;

    SigningIn(Attempts attempts, Passwords passwords, Sessions sessions, Event<DomainEvent> events, Clock clock) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a session; the error does not tell whether the name or the password was wrong. The password is checked
     * between short transactions, so that many simultaneous sign-ins do not hold database connections.
     */
    SignedIn signIn(SignIn request, SignInOrigin origin) {
        var attempt = attempts.begin(request.username(), origin);
        var signedIn = passwords.matches(request.password(), attempt.hash())
                ? QuarkusTransaction.requiringNew().call(() -> open(attempt))
                : Optional.<SignedIn>empty();
        return signedIn.orElseThrow(() -> {
            attempts.refuse(attempt);
            return AccountProblems.signInFailed();
        });
    }

    /** The account may have been disabled, or its password changed, during the password check. */
    private Optional<SignedIn> open(Attempt attempt) {
        return Account.held(attempt.accountId())
                .filter(account ->
                        !account.disabled && attempt.hash().equals(Optional.ofNullable(account.passwordHash)))
                .map(account -> {
                    attempts.succeeded(attempt);
                    var cookie = attempt.origin().cookie();
                    var isNew = KnownDevice.of(account, cookie, clock.instant()).isEmpty();
                    var secret = sessions.open(account, attempt.origin(), AccessToken.Means.PASSWORD, isNew);
                    var device = KnownDevice.remember(account, cookie, clock.instant());
                    return new SignedIn(secret, device, AccountView.of(account));
                });
    }

    /**
     * Changes the user's own password. This ends his other sessions, on request also his tokens, and forgets all known
     * devices but the current one.
     */
    void changePassword(ChangePassword request, Caller me, SignInOrigin origin) {
        var account = QuarkusTransaction.requiringNew()
                .call(() -> Account.<Account>findById(me.viewer().accountId()));
        if (account.passwordHash == null) {
            throw AccountProblems.signsInElsewhere();
        }
        var violations = new Violations();
        PasswordRule.check(request.newPassword(), account.username, "/newPassword", violations);
        if (request.newPassword().equals(request.currentPassword())) {
            violations.add("/newPassword", "password-same");
        }
        var code = account.releaseCodeHash;
        if (code != null && Blanks.toNull(request.releaseCode()) == null) {
            violations.add("/releaseCode", "release-code-required");
        }
        violations.demandNone();
        var attempt = attempts.begin(account.username, origin);
        if (!passwords.matches(request.currentPassword(), attempt.hash())) {
            attempts.refuse(attempt);
            throw Problem.invalid("/currentPassword", "password-wrong");
        }
        if (code != null && !passwords.matches(request.releaseCode().strip(), Optional.of(code))) {
            attempts.refuse(attempt);
            throw Problem.invalid("/releaseCode", "release-code-wrong");
        }
        QuarkusTransaction.requiringNew().run(() -> replace(attempt, code, request, me.tokenId()));
    }

    private void replace(Attempt attempt, String releaseCodeHash, ChangePassword request, UUID session) {
        var account = Account.heldToChange(attempt.accountId())
                .filter(held -> attempt.hash().equals(Optional.ofNullable(held.passwordHash))
                        && Objects.equals(releaseCodeHash, held.releaseCodeHash))
                .orElseThrow(() -> Problem.of(409, "conflict"));
        attempts.succeeded(attempt);
        var now = clock.instant();
        account.choosePassword(passwords.hash(request.newPassword()));
        AccessToken.revokeOthers(account.id, session, Boolean.TRUE.equals(request.endTokens()), now);
        KnownDevice.forgetOthers(account, attempt.origin().cookie());
        events.fire(new AuditEvent("password-changed", "account", account.id, null, Map.of("by", "owner")));
    }
}
