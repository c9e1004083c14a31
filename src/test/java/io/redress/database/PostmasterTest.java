package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void directory() throws IOException {
        directory = Files.createDirectory(temporary.toRealPath().resolve("database"));
    }

    @Test
    void a_server_left_running_is_stopped_only_for_its_own_directory() throws IOException {
        var served = Files.createDirectory(temporary.toRealPath().resolve("served"));
        EmbeddedPostgres.builder()
                .setDataDirectory(served)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        var postmaster =
                ProcessHandle.of(Postmaster.of(served).orElseThrow().pid()).orElseThrow();
        Files.copy(served.resolve("postmaster.pid"), pidFile());

        Postmaster.clear(directory);
        assertThat(pidFile()).doesNotExist();
        assertThat(postmaster.isAlive()).isTrue();

        Postmaster.clear(served);
        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void a_process_id_reused_by_another_program_is_ignored() throws IOException {
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n" + directory + "\n");
        Postmaster.clear(directory);
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void an_empty_pid_file_after_a_power_cut_is_removed() throws IOException {
        Files.createFile(pidFile());
        Postmaster.clear(directory);
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void a_directory_without_a_server_has_no_process() throws IOException {
        assertThat(Postmaster.of(directory)).isEmpty();
        Postmaster.clear(directory);
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }
}
