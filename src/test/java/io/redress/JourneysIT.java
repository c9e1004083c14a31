package io.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.testing.Chromium;
import io.redress.testing.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journeys of the people who work here, and every screen as those see it who see badly or use no mouse: in Chromium, before
 * the packaged program with its demonstration year. They are written in TypeScript, see {@code src/test/journeys}.
 */
class JourneysIT {

    private static final Path JOURNEYS = Path.of("src/test/journeys").toAbsolutePath();

    @Test
    void everybody_gets_where_they_are_going(@TempDir Path folder) throws Exception {
        if (System.getenv("CI") == null) {
            assumeTrue(Chromium.isInstalled(), "Chromium is installed");
        } else {
            assertThat(Chromium.isInstalled()).as("Chromium is installed").isTrue();
        }
        if (!Files.exists(JOURNEYS.resolve("node_modules/.package-lock.json"))) {
            assertEquals(0, npm(folder, "", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        }
        try (var service = PackagedService.in(folder)
                .property("redress.demo", "true")
                .property("redress.limits.requests-a-minute", "0")
                .property("redress.limits.requests-a-minute-from-an-address", "0")
                .start()) {
            var code = npm(folder, service.uri("").toString(), "test");
            assertThat(code)
                    .as(Files.readString(folder.resolve("journeys.log")))
                    .isZero();
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
        var process = builder.start();
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
