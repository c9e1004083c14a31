package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The invented year in a packaged service. It is loaded once for all tests that use it, because that takes minutes. The
 * load is interrupted as by a power cut, and continues at the next start. Each test gets its own copy.
 */
public final class DemonstrationYear {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path YEAR = TARGET.resolve("demonstration-year");
    private static final Path LOADED = YEAR.resolve("loaded-by");
    private static final Path PROGRAM = TARGET.resolve("quarkus-app/redress.options");
    private static final int MOST_TENTHS_OF_A_SECOND = 9000;

    private DemonstrationYear() {}

    /** Copies it as the {@code data/} of a service in this folder. */
    public static void copyTo(Path folder) throws IOException, InterruptedException {
        try (var alone = OneProcess.at(TARGET.resolve("demonstration-year.lock"))) {
            if (!isLoaded()) {
                load();
            }
        }
        Shell.run("cp", "-a", YEAR.resolve("data").toString(), folder.toString());
    }

    /** Whether the latest packaged program loaded it. */
    private static boolean isLoaded() throws IOException {
        return Files.exists(LOADED) && Files.readString(LOADED).equals(packaged());
    }

    private static String packaged() throws IOException {
        return Files.getLastModifiedTime(PROGRAM).toString();
    }

    private static void load() throws IOException, InterruptedException {
        Shell.run("rm", "-rf", YEAR.toString());
        Files.createDirectories(YEAR);
        interruptLoading();
        try (var service = demonstration().start()) {
            assertThat(service.output()).contains("2021-03");
            assertThat(service.terminate()).isEqualTo(128 + 15);
        }
        Files.writeString(LOADED, packaged());
    }

    /** Kills the program during the year, like a power cut; the next start continues there. */
    private static void interruptLoading() throws IOException, InterruptedException {
        try (var service = demonstration().startWithoutWaiting()) {
            for (var waited = 0;
                    waited < MOST_TENTHS_OF_A_SECOND && !service.output().contains("2021-03");
                    waited++) {
                Thread.sleep(100);
            }
            assertThat(service.output())
                    .contains("2021-03")
                    .doesNotContain("demo-clerk-2021")
                    // Any start runs this job first.
                    .doesNotContain("audit trail sealed");
            service.kill();
        }
    }

    private static PackagedService.Launch demonstration() {
        return PackagedService.in(YEAR).property("redress.demo", "true");
    }
}
