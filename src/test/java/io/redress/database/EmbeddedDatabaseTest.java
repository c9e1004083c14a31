package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static Path folder;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        folder = temporary.resolve("数据 data");
        database = EmbeddedDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void the_settings_for_durable_commits_are_on() throws SQLException {
        try (var connection = signIn()) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
        }
    }

    /** After a crash the server starts on the same port, so no other program may get it by chance meanwhile. */
    @Test
    void the_port_is_outside_the_ephemeral_range() {
        var port =
                URI.create(database.service().url().substring("jdbc:".length())).getPort();
        assertThat(port).isBetween(20_000, 31_999);
    }

    @Test
    void the_owner_role_owns_the_database_and_the_service_role_owns_nothing() throws SQLException {
        for (var login : List.of(database.owner(), database.service())) {
            try (var connection = signIn(login)) {
                var role = "select rolsuper or rolcreaterole or rolcreatedb or rolreplication from pg_roles"
                        + " where rolname = current_user";
                assertThat(ask(connection, role)).isEqualTo("f");
                assertThat(ask(
                                connection,
                                "select current_user || ' ' || pg_get_userbyid(datdba) from pg_database"
                                        + " where datname = current_database()"))
                        .isEqualTo(login.username() + " redress_owner");
                assertThatThrownBy(() -> ask(connection, "select pg_read_file('postgresql.conf')"))
                        .isInstanceOf(SQLException.class);
            }
        }
        try (var connection = signIn()) {
            for (var forbidden : List.of("create table mine ()", "create schema mine", "set role redress_owner")) {
                assertThatThrownBy(() -> connection.createStatement().execute(forbidden))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void a_command_beside_the_running_service_finds_the_login_of_the_owner() throws SQLException {
        var login = EmbeddedDatabase.ownerOfRunning(folder).orElseThrow();
        try (var connection = signIn(login)) {
            connection.createStatement().execute("create table made_by_a_command ()");
            assertThat(ask(connection, "select tableowner from pg_tables where tablename = 'made_by_a_command'"))
                    .isEqualTo("redress_owner");
        }
        assertThat(EmbeddedDatabase.ownerOfRunning(folder.resolve("elsewhere"))).isEmpty();
        assertThat(login.toString()).doesNotContain(login.password());
    }

    @Test
    void a_login_without_a_password_is_refused() throws IOException {
        for (var user : new String[] {"postgres", "redress", "redress_owner"}) {
            for (var password : new String[] {"", "postgres", "redress"}) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(database.service().url(), user, password))
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(rulesOf("pg_hba.conf")).isNotEmpty().allMatch(rule -> rule.endsWith("scram-sha-256"));
    }

    @Test
    void the_server_listens_on_loopback_only() throws SQLException, IOException {
        try (var superuser = signInAsSuperuser()) {
            assertThat(ask(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(superuser, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void only_the_owner_can_read_the_password_file() throws IOException {
        assertThat(permissions("database.password")).isEqualTo("rw-------");
        assertThat(permissions("postgres")).isEqualTo("rwx------");
        assertThat(permissions("database")).isEqualTo("rwx------");
        assertThat(Files.readString(folder.resolve("database.password")).strip())
                .hasSize(43);
    }

    @Test
    void search_in_chinese_does_not_depend_on_the_locale_of_the_machine() throws SQLException {
        try (var connection = signIn(database.owner())) {
            connection.createStatement().execute("create extension pg_trgm");
            assertThat(ask(connection, "select word_similarity('林小', '林小梅') > 0.5"))
                    .isEqualTo("t");
            assertThat(ask(connection, "select datlocale from pg_database where datname = 'redress'"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_without_damage() throws SQLException {
        try (var connection = signIn()) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("正被另一个 Redress 使用")
                    .hasMessageContaining("in use by another Redress");
            assertThat(ask(connection, "select 1")).isEqualTo("1");
        }
    }

    private static Connection signIn() throws SQLException {
        return signIn(database.service());
    }

    private static Connection signIn(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.username(), login.password());
    }

    private static Connection signInAsSuperuser() throws SQLException, IOException {
        var password = Files.readString(folder.resolve("database.password")).strip();
        return DriverManager.getConnection(database.service().url(), "postgres", password);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> rulesOf(String file) throws IOException {
        try (var lines = Files.lines(folder.resolve("database").resolve(file))) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
