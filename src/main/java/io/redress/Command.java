package io.redress;

import io.redress.area.NationalAreas;
import io.redress.audit.CommandAuditLog;
import io.redress.audit.verification.VerifyAudit;
import io.redress.common.time.Clocks;
import io.redress.database.EmbeddedDatabase;
import io.redress.database.Login;
import io.redress.privacy.CryptoModules;
import io.redress.privacy.KeyFile;
import io.redress.privacy.KeyRegister;
import io.redress.privacy.RotateKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

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
            return withDatabase(settings, database -> {
                var batch = settings.getValue("redress.keys.batch-size", Integer.class);
                var module = CryptoModules.open(keyFile(settings));
                try (var connection = database.getConnection()) {
                    var progress = new RotationProgress(connection, module, Clocks.system(), System.out);
                    new RotateKeys(connection, module, batch, progress).run();
                }
                return 0;
            });
        }
    },

    /** 销毁旧密钥: what was erased since is then erased from the older backups too. */
    FORGET_KEYS {
        @Override
        int run(Config settings) throws SQLException, InterruptedException {
            return withDatabase(settings, database -> {
                var clock = Clocks.system();
                var kept = settings.getValue("redress.keys.forget-after", Period.class);
                try (var connection = database.getConnection()) {
                    var moment = Clocks.startOf(Clocks.today(clock).minus(kept));
                    var numbers =
                            new KeyFile(keyFile(settings)).remove(new KeyRegister(connection).emptiedBefore(moment));
                    if (!numbers.isEmpty()) {
                        CommandAuditLog.write(
                                connection,
                                CryptoModules.open(keyFile(settings)),
                                clock,
                                "forget-keys",
                                Map.of("keys", numbers));
                    }
                    System.out.println(
                            numbers.isEmpty()
                                    ? "没有可删除的旧密钥 / there is no old key to remove"
                                    : "已删除的旧密钥 / removed keys: "
                                            + numbers.stream()
                                                    .map(number -> "data." + number)
                                                    .collect(Collectors.joining(", ")));
                }
                return 0;
            });
        }
    },

    /** 生成区划文件: a county's list of areas, from the national one. */
    MAKE_AREAS {
        @Override
        int run(Config settings) {
            var list = settings.getValue("redress.areas.national-list", Path.class);
            var county = settings.getValue("redress.organisation.area-code", String.class);
            var file = settings.getValue("redress.areas.file", Path.class);
            try {
                var areas = NationalAreas.write(list, county, file);
                System.out.println("已写入 / written: " + file + " (" + areas + ")");
                return 0;
            } catch (FileAlreadyExistsException e) {
                System.err.println("文件已存在，未改动 / the file exists and stays as it is: " + file);
            } catch (NoSuchElementException e) {
                System.err.println("全国区划中没有 / not in the national list: " + county);
            } catch (IOException e) {
                System.err.println("无法读写 / failed to read or write: " + e.getMessage());
            }
            return 1;
        }
    },

    /** 校验审计日志. */
    VERIFY_AUDIT {
        @Override
        int run(Config settings) throws SQLException, InterruptedException {
            var checkpoint = Path.of(settings.getValue("redress.audit.checkpoint", String.class));
            var noted = settings.getOptionalValue("redress.audit.expected-head", String.class)
                    .orElse(null);
            var second = settings.getOptionalValue("redress.audit.second-checkpoint", Path.class);
            return withDatabase(
                    settings,
                    database -> new VerifyAudit(
                                    database,
                                    CryptoModules.open(keyFile(settings)),
                                    checkpoint,
                                    second,
                                    noted,
                                    System.out)
                            .run());
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
        int on(DataSource database) throws SQLException, InterruptedException;
    }

    private static int withDatabase(Config settings, Work work) throws SQLException, InterruptedException {
        if (settings.getOptionalValue(Redress.URL, String.class).isPresent()) {
            return work.on(as(Redress.owner(settings)));
        }
        var data = Path.of(settings.getValue("redress.data", String.class));
        var running = EmbeddedDatabase.ownerOfRunning(data);
        if (running.isPresent()) {
            return work.on(as(running.get()));
        }
        try (var database = EmbeddedDatabase.start(data)) {
            return work.on(as(database.owner()));
        }
    }

    private static DataSource as(Login login) {
        var database = new PGSimpleDataSource();
        database.setUrl(login.url());
        database.setUser(login.username());
        database.setPassword(login.password());
        return database;
    }
}
