package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderIT {

    @TempDir
    Path folder;

    @Test
    void no_script_is_left_in_the_temporary_folder_even_if_the_service_is_killed() throws Exception {
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        try (var service = PackagedService.in(folder)
                .unpacking()
                .property("java.io.tmpdir", temporary.toString())
                .start()) {
            assertThat(files(temporary)).noneMatch(name -> name.endsWith(".sh"));
            service.kill();
            assertThat(files(temporary)).noneMatch(name -> name.endsWith(".sh"));
        }
    }

    @Test
    void a_service_that_ends_leaves_no_file_in_the_temporary_folder() throws Exception {
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        try (var service = PackagedService.in(folder)
                .unpacking()
                .property("java.io.tmpdir", temporary.toString())
                .start()) {
            service.terminate();
        }
        assertThat(files(temporary)).isEmpty();
    }

    private static List<String> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
