package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** End-to-end tests in TypeScript ({@code src/test/journeys}), in Chromium, against their own demonstration. */
public final class Journeys {

    private static final Path JOURNEYS = Path.of("src/test/journeys").toAbsolutePath();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Journeys() {}

    public static void travel(Path folder, String file) throws IOException, InterruptedException {
        if (System.getenv("CI") == null) {
            assumeTrue(Chromium.isInstalled(), "Chromium is installed");
        } else {
            assertThat(Chromium.isInstalled()).as("Chromium is installed").isTrue();
        }
        install(folder);
        DemonstrationYear.copyTo(folder);
        try (var service = PackagedService.in(folder)
                .property("redress.demo", "true")
                .property("redress.limits.requests-per-minute", "0")
                .property("redress.limits.requests-per-minute-per-address", "0")
                .start()) {
            var code = npm(folder, service.uri("").toString(), "run", "--silent", file);
            assertThat(code)
                    .as(Files.readString(folder.resolve("journeys.log")))
                    .isZero();
        }
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        try (var alone = OneProcess.at(TARGET.resolve("journeys.lock"))) {
            if (!Files.exists(JOURNEYS.resolve("node_modules/.package-lock.json"))) {
                assertThat(npm(folder, "", "ci", "--no-audit", "--no-fund", "--loglevel=error"))
                        .isZero();
            }
        }
    }

    private static int npm(Path folder, String address, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(JOURNEYS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("journeys.log").toFile());
        builder.environment().put("REDRESS_URL", address);
        // Playwright empties it first.
        builder.environment()
                .put(
                        "REDRESS_JOURNEYS_OUTPUT",
                        TARGET.resolve("journeys-" + words[words.length - 1]).toString());
        var process = builder.start();
        if (!process.waitFor(30, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
