package io.redress;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.redress.common.start.StartRefused;
import io.redress.database.CannotStart;
import io.redress.database.EmbeddedDatabase;
import io.redress.database.Login;
import io.redress.privacy.ClearText;
import io.redress.privacy.KeyRegister;
import io.redress.privacy.KeysUnusable;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Main program. Starts the embedded database unless another is configured, checks the keys, erases traces of text that
 * was encrypted since, then starts the service; or runs a command.
 */
@QuarkusMain
public class Redress {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    static final String OWNER_USERNAME = "quarkus.flyway.username";
    static final String OWNER_PASSWORD = "quarkus.flyway.password";

    /** Only for a configured server: the embedded database has its own passwords. */
    private static final List<String> PASSWORD_FILES = List.of("DB_PASSWORD_FILE", "DB_OWNER_PASSWORD_FILE");

    /** Exit code: the embedded database ended while the program ran, and could not be restarted. */
    private static final int WITHOUT_DATABASE = 3;

    public static void main(String... args) {
        try {
            if (args.length > 0) {
                System.exit(Command.run(args, ConfigUtils.configBuilder().build()));
            }
            var settings = ConfigUtils.configBuilder().build();
            ManagementPort.demandFree(settings);
            if (settings.getValue("redress.demo", Boolean.class)) {
                haltJobs();
            }
            prepare(settings);
        } catch (CannotStart | KeysUnusable | StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(StartRefused.EXIT_CODE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(StartRefused.EXIT_CODE);
        } catch (SQLException e) {
            System.err.println("数据库无法连接 / the database cannot be reached: " + e.getMessage());
            System.exit(StartRefused.EXIT_CODE);
        }
        // Wraps the default handler. With a handler in Quarkus.run, Quarkus would no longer print why it cannot start.
        var usual = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler(
                (code, failure) -> usual.accept(StartRefused.exitCode(code, failure), failure));
        Quarkus.run(args);
    }

    /**
     * Halts the jobs, because a demonstration first simulates 2021. A job that ran before the first step would end
     * entries that an interrupted demonstration still has to renew.
     */
    private static void haltJobs() {
        System.setProperty("quarkus.scheduler.start-mode", "halted");
    }

    private static void prepare(Config settings) throws SQLException {
        var isEmbedded = settings.getOptionalValue(URL, String.class).isEmpty();
        if (isEmbedded) {
            use(
                    EmbeddedDatabase.start(Path.of(settings.getValue("redress.data", String.class))),
                    settings.getValue("redress.database.restart-timeout", Duration.class));
        }
        var owner = owner(ConfigUtils.configBuilder().build());
        try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password())) {
            var keys = KeyFile.of(settings);
            var register = new KeyRegister(connection);
            if (isEmbedded && !keys.exists() && register.isEmpty()) {
                keys.create();
            }
            register.demandFits(CryptoModules.open(keys));
            if (keys.exists() && keys.shouldBeWrapped()) {
                System.out.println(
                        "密钥文件是明文，请用命令 wrap-keys 加密 / the key file is in clear; wrap it by the command wrap-keys: "
                                + keys);
            }
            new ClearText(connection).eraseTraces(System.out::println);
        }
    }

    /** The owner's login if there is one: the service's account has no rights until the migrations have run. */
    static Login owner(Config settings) {
        var hasOwner = settings.getOptionalValue(OWNER_USERNAME, String.class).isPresent();
        return new Login(
                settings.getValue(URL, String.class),
                settings.getOptionalValue(hasOwner ? OWNER_USERNAME : USERNAME, String.class)
                        .orElse(null),
                settings.getOptionalValue(hasOwner ? OWNER_PASSWORD : PASSWORD, String.class)
                        .orElse(null));
    }

    private static void use(EmbeddedDatabase database, Duration restartsWithin) {
        PASSWORD_FILES.forEach(setting -> System.setProperty(setting, ""));
        System.setProperty(URL, database.service().url());
        System.setProperty(USERNAME, database.service().username());
        System.setProperty(PASSWORD, database.service().password());
        System.setProperty(OWNER_USERNAME, database.owner().username());
        System.setProperty(OWNER_PASSWORD, database.owner().password());
        database.keepRunning(restartsWithin, Redress::endWithoutDatabase);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterTheService(database), "database-stop"));
    }

    /** A supervisor can restart the program; the exit code tells it the reason. */
    private static void endWithoutDatabase() {
        System.err.println(
                "内置数据库已停止且无法重新启动，程序退出 / the built-in database has ended and does not start again; the program ends");
        new Thread(() -> System.exit(WITHOUT_DATABASE), "exit").start();
    }

    /** All shutdown hooks run at once, but requests in progress still need the database. */
    private static void stopAfterTheService(EmbeddedDatabase database) {
        var service = ApplicationLifecycleManager.getCurrentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        database.close();
    }
}
