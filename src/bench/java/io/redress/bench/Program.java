package io.redress.bench;

import io.redress.testing.PackagedService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The program as it is delivered, with the heap the benchmark gives it, on the benchmark's database. */
final class Program implements AutoCloseable {

    static final String ADMIN_PASSWORD = "only for a benchmark 1";

    /** What the memory targets are stated for; the rest as in the delivered options, which the tests' own would change. */
    private static final List<String> HEAP = List.of("-Xmx256m", "-Xms64m", "-Xmn24m");

    /** Options of whoever looks closer; the last of a kind counts. */
    private static final List<String> JAVA = Arrays.stream(
                    System.getProperty("bench.java", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    private final PackagedService service;
    private final Duration untilReady;

    private Program(PackagedService service, Duration untilReady) {
        this.service = service;
        this.untilReady = untilReady;
    }

    /** With its jobs running, as in an office. */
    static Program start(Path folder, Database database) throws IOException, InterruptedException {
        return start(folder, database, true, folder);
    }

    /** Another instance of one that is at home elsewhere, where its keys are. */
    static Program start(Path folder, Database database, Path home) throws IOException, InterruptedException {
        return start(folder, database, true, home);
    }

    /** Without its jobs, so that the server hears nothing but what is asked for. */
    static Program startQuiet(Path folder, Database database) throws IOException, InterruptedException {
        return start(folder, database, false, folder);
    }

    private static Program start(Path folder, Database database, boolean isBusy, Path home)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var began = System.nanoTime();
        var launch = PackagedService.in(folder)
                .environment("DB_URL", database.service().url())
                .environment("DB_USERNAME", database.service().username())
                .environment("DB_PASSWORD", database.service().password())
                .environment("DB_OWNER_USERNAME", database.owner().username())
                .environment("DB_OWNER_PASSWORD", database.owner().password())
                .environment("REDRESS_ADMIN_PASSWORD", ADMIN_PASSWORD)
                .property("redress.limits.requests-per-minute", "0")
                .property("redress.limits.requests-per-minute-per-address", "0")
                .property("redress.keys.file", keyFile(home).toString())
                .property("redress.bulletin.auto-draft", "false")
                .property("redress.reporting.auto-close", "false")
                .property("quarkus.scheduler.enabled", String.valueOf(isBusy));
        HEAP.forEach(launch::javaOption);
        JAVA.forEach(launch::javaOption);
        return new Program(launch.start(), Duration.ofNanos(System.nanoTime() - began));
    }

    static Path keyFile(Path folder) {
        return folder.resolve("data/redress.keys");
    }

    URI uri(String path) {
        return service.uri(path);
    }

    Duration untilReady() {
        return untilReady;
    }

    long residentMiB() throws IOException {
        return Machine.kib(Path.of("/proc/" + service.pid() + "/status"), "VmRSS") / 1024;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        service.close();
    }
}
