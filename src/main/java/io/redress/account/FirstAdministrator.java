package io.redress.account;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.secret.RandomSecrets;
import io.redress.common.start.StartRefused;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the account {@code admin} in an empty installation, which then opens all others. Its password is {@code
 * REDRESS_ADMIN_PASSWORD}; without that, a random one is printed once to standard output, not to the log, which is
 * kept. A demonstration has its own accounts.
 */
@ApplicationScoped
class FirstAdministrator {

    private static final String USERNAME = "admin";

    private final Accounts accounts;
    private final boolean isDemonstration;
    private final Optional<String> givenPassword;

    FirstAdministrator(
            Accounts accounts,
            @ConfigProperty(name = "redress.demo") boolean isDemonstration,
            @ConfigProperty(name = "redress.admin.password") Optional<String> givenPassword) {
        this.accounts = accounts;
        this.isDemonstration = isDemonstration;
        this.givenPassword = givenPassword;
    }

    /** A refused password stops the start before jobs run and before anything is written. */
    void checkPassword(@Observes @Priority(StartRefused.CHECKS_FIRST) StartupEvent start) {
        if (givenPassword.isPresent() && isNeeded()) {
            demandGood(givenPassword.get());
        }
    }

    void openIfNobodyCanSignIn(@Observes StartupEvent start) {
        if (!isNeeded()) {
            return;
        }
        var password = givenPassword.orElseGet(FirstAdministrator::drawPassword);
        if (open(password, givenPassword.isEmpty()) && givenPassword.isEmpty()) {
            System.out.printf(
                    "首次启动，已开设管理员 admin，初始密码（只显示这一次） / first start: administrator admin, password (shown this once): %s%n",
                    password);
        }
    }

    private boolean isNeeded() {
        return !isDemonstration && accounts.isEmpty();
    }

    private static void demandGood(String password) {
        var violations = new Violations();
        PasswordRule.check(password, USERNAME, "/password", violations);
        try {
            violations.demandNone();
        } catch (Problem unfit) {
            throw StartRefused.because(
                    "REDRESS_ADMIN_PASSWORD 不能用：须 12 至 200 个字符，不含 admin，不能是常见密码；未开设账号",
                    "REDRESS_ADMIN_PASSWORD is refused: it needs 12 to 200 characters, may not contain admin and not be a"
                            + " common password; no account was opened");
        }
    }

    /**
     * Returns false when another instance on the same database was faster; then its password counts. A printed password
     * must be changed at the first sign-in.
     */
    private boolean open(String password, boolean wasShown) {
        try {
            var admin = new OpenAccount(USERNAME, "系统管理员", password, Set.of(Role.ADMIN), null, null);
            if (wasShown) {
                accounts.open(admin);
            } else {
                accounts.openWithOwnPassword(admin);
            }
            return true;
        } catch (Problem taken) {
            return false;
        }
    }

    /** 16 random characters in four groups, about 79 bits. */
    private static String drawPassword() {
        return RandomSecrets.readable(16);
    }
}
