package io.redress;

import io.redress.area.NationalAreas;
import io.redress.audit.CommandAuditLog;
import io.redress.audit.verification.VerifyAudit;
import io.redress.common.time.Clocks;
import io.redress.database.EmbeddedDatabase;
import io.redress.database.Login;
import io.redress.privacy.KeyRegister;
import io.redress.privacy.RotateKeys;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.Connection;
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
            var file = KeyFile.of(settings);
            file.create();
            System.out.println("已建立 / created: " + file);
            return 0;
        }
    },

    /** 加密密钥文件: by what the settings say, or by a passphrase typed at the console; also to change either. */
    WRAP_KEYS {
        @Override
        int run(Config settings) {
            var file = keyFile(settings);
            if (!file.wrapAsSet(settings)) {
                var passphrase = KeyPassphrase.askNew();
                if (passphrase.isEmpty()) {
                    System.err.println(
                            "请设置 REDRESS_KEYS_NEW_PASSPHRASE_FILE，或在终端中运行 / set REDRESS_KEYS_NEW_PASSPHRASE_FILE,"
                                    + " or run it at a console");
                    return 1;
                }
                file.wrapBy(passphrase.get());
            }
            System.out.println("已加密 / wrapped: " + file);
            System.out.println(OLD_CONTENT);
            return 0;
        }
    },

    /** 解密密钥文件. */
    UNWRAP_KEYS {
        @Override
        int run(Config settings) {
            var file = keyFile(settings);
            file.unwrap();
            System.out.println("已解密，文件现为明文 / unwrapped, the file is in clear now: " + file);
            return 0;
        }
    },

    /** 轮换密钥. */
    ROTATE_KEYS {
        @Override
        int run(Config settings) throws SQLException, InterruptedException {
            return withKeys(settings, (connection, keys) -> {
                var batch = settings.getValue("redress.keys.batch-size", Integer.class);
                var module = CryptoModules.open(keys);
                var progress = new RotationProgress(connection, module, Clocks.system(), System.out);
                new RotateKeys(connection, module, batch, progress).run();
            });
        }
    },

    /** 销毁旧密钥: what was erased since is then erased from the older backups too. */
    FORGET_KEYS {
        @Override
        int run(Config settings) throws SQLException, InterruptedException {
            return withKeys(settings, (connection, keys) -> {
                var clock = Clocks.system();
                var kept = settings.getValue("redress.keys.forget-after", Period.class);
                var moment = Clocks.startOf(Clocks.today(clock).minus(kept));
                var numbers = keys.remove(new KeyRegister(connection).emptiedBefore(moment));
                if (numbers.isEmpty()) {
                    System.out.println("没有可删除的旧密钥 / there is no old key to remove");
                    return;
                }
                CommandAuditLog.write(
                        connection, CryptoModules.open(keys), clock, "forget-keys", Map.of("keys", numbers));
                System.out.println("已删除的旧密钥 / removed keys: "
                        + numbers.stream().map(number -> "data." + number).collect(Collectors.joining(", ")));
                System.out.println(OLD_CONTENT);
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

    private static final String OLD_CONTENT =
            "旧内容已在原处覆写；固态硬盘、快照和备份中可能仍有，请另行销毁 / the old content was overwritten in place; an SSD,"
                    + " snapshots and backups may still have it: destroy those too";

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('commands that change keys', 0))";

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

    /** The key file; a passphrase that the settings do not have is asked for at the console. */
    private static KeyFile keyFile(Config settings) {
        var file = KeyFile.of(settings);
        return file.needsPassphrase() ? KeyPassphrase.ask().map(file::openedBy).orElse(file) : file;
    }

    /** Something to do with the keys and their register in the database. */
    private interface KeyWork {
        void on(Connection connection, KeyFile keys) throws SQLException, InterruptedException;
    }

    /** Only one such command at a time: two rotations would each add a key with the same number. */
    private static int withKeys(Config settings, KeyWork work) throws SQLException, InterruptedException {
        var keys = keyFile(settings);
        return withDatabase(settings, database -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                try (var lock = statement.executeQuery(LOCK)) {
                    lock.next();
                    if (!lock.getBoolean(1)) {
                        System.err.println("另一个更换密钥的命令正在运行 / another command that changes keys is running");
                        return 1;
                    }
                }
                work.on(connection, keys);
                return 0;
            }
        });
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
