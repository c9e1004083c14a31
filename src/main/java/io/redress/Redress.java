package io.redress;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.redress.database.CannotStart;
import io.redress.database.EmbeddedDatabase;
import java.nio.file.Path;

/** Starts the database if there is none to use, then the service. */
@QuarkusMain
public class Redress {

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** When there is no use in starting: the message says why, and a supervisor can tell it from a crash. */
    private static final int REFUSED = 2;

    public static void main(String... args) {
        var settings = ConfigUtils.configBuilder().build();
        if (settings.getOptionalValue(URL, String.class).isEmpty()) {
            try {
                use(EmbeddedDatabase.start(Path.of(settings.getValue("redress.data", String.class))));
            } catch (CannotStart e) {
                System.err.println(e.getMessage());
                System.exit(REFUSED);
            }
        }
        Quarkus.run(args);
    }

    private static void use(EmbeddedDatabase database) {
        System.setProperty(URL, database.service().url());
        System.setProperty("quarkus.datasource.username", database.service().username());
        System.setProperty("quarkus.datasource.password", database.service().password());
        System.setProperty("quarkus.flyway.username", database.owner().username());
        System.setProperty("quarkus.flyway.password", database.owner().password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterTheService(database), "database-stop"));
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
