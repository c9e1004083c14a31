package io.redress.seed;

import io.quarkus.runtime.StartupEvent;
import io.redress.account.Accounts;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates the demonstration's accounts in a database without any, and lists their user names and passwords. */
@ApplicationScoped
class DemoAccounts {

    private final Accounts accounts;
    private final boolean demo;

    DemoAccounts(Accounts accounts, @ConfigProperty(name = "redress.demo") boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    /** Creates all or none, so that an interrupted start can be repeated. */
    @Transactional
    void open(@Observes @Priority(ReferenceSeed.FIRST + 1) StartupEvent start) {
        if (demo && accounts.isEmpty()) {
            Stream.of(DemoAccount.values()).map(DemoAccount::opening).forEach(accounts::openWithOwnPassword);
        }
    }

    static String table(URI address) {
        return Stream.of(DemoAccount.values())
                .map(account -> "  %-10s %-20s %s".formatted(account.username, account.password(), account.person))
                .collect(Collectors.joining("\n", """

                        Redress 演示 / demonstration: %s

                          用户名     密码                 人员
                        """.formatted(address), """


                          全部人员、证件、金额均为虚构。密码公开，请勿录入任何真实信息。
                          Everybody and everything in it is invented. The passwords are public: enter nothing real.
                        """));
    }
}
