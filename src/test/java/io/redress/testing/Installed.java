package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of the operating system that some tests need. CI installs them (.ci/run). */
public final class Installed {

    private Installed() {}

    /** Without the program the test is skipped; in CI it fails, so that it is never skipped unnoticed. */
    public static void orSkip(String program) {
        var isInstalled = Files.exists(Path.of(program));
        if (System.getenv("CI") != null) {
            assertThat(isInstalled).as(program + " is installed").isTrue();
        }
        assumeTrue(isInstalled, program + " is installed");
    }
}
