package io.redress;

import io.redress.privacy.KeyFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** What the program does instead of serving, when its first argument says so. */
enum Command {
    /** 建立密钥文件: for an installation with a database of its own; the embedded one makes its keys itself. */
    CREATE_KEYS {
        @Override
        int run(Config settings) {
            var file = new KeyFile(Path.of(settings.getValue("redress.keys.file", String.class)));
            file.create();
            System.out.println("已建立 / created: " + file);
            return 0;
        }
    };

    private static final int UNKNOWN = 64;

    /** Returns the exit code. */
    abstract int run(Config settings);

    static int run(String[] args, Config settings) {
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
}
