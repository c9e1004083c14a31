package io.redress;

import io.redress.database.EmbeddedDatabase;
import io.redress.privacy.CryptoModules;
import io.redress.privacy.KeyFile;
import io.redress.privacy.RotateKeys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** What the program does instead of serving, when its first argument says so; beside a service that runs, or without. */
enum Command {
    /** 建立密钥文件: for an installation with a database of its own; the embedded one makes its keys itself. */
    CREATE_KEYS {
        @Override
        int run(Config settings) {
            var file = new KeyFile(keyFile(settings));
            file.create();
            System.out.println("已建立 / created: " + file);
            return 0;
        }
    },

    /** 轮换密钥. */
    ROTATE_KEYS {
        @Override
        int run(Config settings) throws SQLException, InterruptedException {
            return withDatabase(settings, connection -> {
                var batch = settings.getValue("redress.keys.rows-a-transaction", Integer.class);
                new RotateKeys(connection, CryptoModules.open(keyFile(settings)), batch, System.out).run();
                return 0;
            });
        }
    };

    private static final int UNKNOWN = 64;

    /** Returns the exit code. */
    abstract int run(Config settings) throws SQLException, InterruptedException;

    static int run(String[] args, Config settings) throws SQLException, InterruptedException {
        var command = Arrays.stream(values())
                .filter(known -> known.word().equals(args[0]))
                .findFirst();
        if (command.isEmpty() || args.length > 1) {
            System.err.println("命令 / commands: "
                    + Arrays.stream(values()).map(Command::word).collect(Collectors.joining(", ")));
            return UNKNOWN;
        }
        return command.get().run(settings);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Path keyFile(Config settings) {
        return Path.of(settings.getValue("redress.keys.file", String.class));
    }

    /** Something to do with the database, as its owner. */
    private interface Work {
        int on(Connection connection) throws SQLException, InterruptedException;
    }

    private static int withDatabase(Config settings, Work work) throws SQLException, InterruptedException {
        if (settings.getOptionalValue(Redress.URL, String.class).isPresent()) {
            try (var connection = Redress.connect(settings)) {
                return work.on(connection);
            }
        }
        var data = Path.of(settings.getValue("redress.data", String.class));
        var running = EmbeddedDatabase.ownerOfRunning(data);
        if (running.isPresent()) {
            try (var connection = DriverManager.getConnection(
                    running.get().url(), running.get().username(), running.get().password())) {
                return work.on(connection);
            }
        }
        try (var database = EmbeddedDatabase.start(data);
                var connection = DriverManager.getConnection(
                        database.owner().url(),
                        database.owner().username(),
                        database.owner().password())) {
            return work.on(connection);
        }
    }
}
