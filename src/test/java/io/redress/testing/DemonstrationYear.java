package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The invented year in a packaged service. It is lived through once for all tests that look at it, since that takes minutes; on
 * the way it is interrupted, as by a power cut, and goes on at the next start. Each test has a copy of its own.
 */
public final class DemonstrationYear {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path YEAR = TARGET.resolve("demonstration-year");
    private static final Path LOADED = YEAR.resolve("loaded-by");
    private static final Path PROGRAM = TARGET.resolve("quarkus-app/redress.options");
    private static final int MOST_TENTHS_OF_A_SECOND = 9000;

    private DemonstrationYear() {}

    /** As {@code data/} of a service in this folder. */
    public static void copyTo(Path folder) throws IOException, InterruptedException {
        try (var alone = OneProcess.at(TARGET.resolve("demonstration-year.lock"))) {
            if (!isLoaded()) {
                load();
            }
        }
        run("cp", "-a", YEAR.resolve("data").toString(), folder.toString());
    }

    /** By the program as it was packaged last. */
    private static boolean isLoaded() throws IOException {
        return Files.exists(LOADED) && Files.readString(LOADED).equals(packaged());
    }

    private static String packaged() throws IOException {
        return Files.getLastModifiedTime(PROGRAM).toString();
    }

    private static void load() throws IOException, InterruptedException {
        run("rm", "-rf", YEAR.toString());
        Files.createDirectories(YEAR);
        interruptLoading();
        try (var service = demonstration().start()) {
            assertThat(service.output()).contains("2021-03");
            assertThat(service.terminate()).isEqualTo(128 + 15);
        }
        Files.writeString(LOADED, packaged());
    }

    /** As a power cut would, some way into the year; the next start goes on there. */
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
                    // what would be the first job of any start
                    .doesNotContain("audit trail sealed");
            service.kill();
        }
    }

    private static PackagedService.Launch demonstration() {
        return PackagedService.in(YEAR).property("redress.demo", "true");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
