package io.redress.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a run was made. Runs of different machines say nothing about each other. */
record Machine(
        @JsonProperty String processor,
        @JsonProperty int cores,
        @JsonProperty long memoryGiB,
        @JsonProperty String system,
        @JsonProperty String java,
        @JsonProperty String postgresql) {

    static Machine here(Connection database) throws IOException, SQLException {
        try (var select = database.createStatement();
                var row = select.executeQuery("show server_version")) {
            row.next();
            return new Machine(
                    first(Path.of("/proc/cpuinfo"), "model name"),
                    Runtime.getRuntime().availableProcessors(),
                    Math.round(kib(Path.of("/proc/meminfo"), "MemTotal") / 1024.0 / 1024.0),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    ManagementFactory.getRuntimeMXBean().getVmVersion(),
                    row.getString(1));
        }
    }

    /** The value of a line {@code name : value} of a file of the kernel's. */
    private static String first(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /** The value of a line {@code name: value kB}. */
    static long kib(Path file, String name) throws IOException {
        return Long.parseLong(first(file, name).replace(" kB", ""));
    }

    @Override
    public String toString() {
        return "%s, %d cores, %d GiB, %s, Java %s, PostgreSQL %s"
                .formatted(processor, cores, memoryGiB, system, java, postgresql);
    }
}
