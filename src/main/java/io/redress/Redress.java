package io.redress;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.redress.common.start.StartRefused;
import io.redress.database.CannotStart;
import io.redress.database.EmbeddedDatabase;
import io.redress.database.Login;
import io.redress.privacy.CryptoModules;
import io.redress.privacy.KeyFile;
import io.redress.privacy.KeyRegister;
import io.redress.privacy.KeysUnusable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Starts the database if there is none to use, makes sure of the keys, then starts the service; or runs a command. */
@QuarkusMain
public class Redress {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    static final String OWNER_USERNAME = "quarkus.flyway.username";
    static final String OWNER_PASSWORD = "quarkus.flyway.password";

    /** Of a given server only: the embedded one has passwords of its own. */
    private static final List<String> PASSWORD_FILES = List.of("DB_PASSWORD_FILE", "DB_OWNER_PASSWORD_FILE");

    /** The database ended while the program ran, and could not be brought back. */
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
        // the default and not one of Quarkus.run, with which it would no longer say why it cannot start
        var usual = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler(
                (code, failure) -> usual.accept(StartRefused.exitCode(code, failure), failure));
        Quarkus.run(args);
    }

    /**
     * A demonstration lives through 2021, and only then does today begin. A job that ran before the first of its steps would let
     * lapse what a year that was interrupted has still to renew.
     */
    private static void haltJobs() {
        System.setProperty("quarkus.scheduler.start-mode", "halted");
    }

    private static void prepare(Config settings) throws SQLException {
        var isEmbedded = settings.getOptionalValue(URL, String.class).isEmpty();
        if (isEmbedded) {
            use(
                    EmbeddedDatabase.start(Path.of(settings.getValue("redress.data", String.class))),
                    settings.getValue("redress.database.restarts-within", Duration.class));
        }
        var owner = owner(ConfigUtils.configBuilder().build());
        try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password())) {
            var file = Path.of(settings.getValue("redress.keys.file", String.class));
            var register = new KeyRegister(connection);
            if (isEmbedded && !new KeyFile(file).exists() && register.isEmpty()) {
                new KeyFile(file).create();
            }
            register.demandFits(CryptoModules.open(file));
        }
    }

    /** The owner, where there is one: the service is told what it may do by the migrations, which are still to come. */
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

    /** A supervisor starts the program again, and sees by the code why it ended. */
    private static void endWithoutDatabase() {
        System.err.println(
                "内置数据库已停止且无法重新启动，程序退出 / the built-in database has ended and does not start again; the program ends");
        new Thread(() -> System.exit(WITHOUT_DATABASE), "exit").start();
    }

    /** The virtual machine ends all at once; requests being answered still need the database. */
    private static void stopAfterTheService(EmbeddedDatabase database) {
        var service = ApplicationLifecycleManager.getCurrentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        database.close();
    }
}
