package io.redress.privacy;

import io.redress.file.V039__files_are_encrypted;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import io.redress.registration.migration.V040__names_are_encrypted;
import io.redress.testing.MigratedDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of migrations that encrypt: each has a database and a key file of its own, with the same keys in all. */
abstract class KeyedDatabase {

    private static final KeyFile KEYS = newKeys();

    private static final MigratedDatabases DATABASES = databases(CryptoModules.open(KEYS));

    @TempDir
    Path folder;

    KeyFile keys;
    CryptoModule module;
    private String database;

    private static KeyFile newKeys() {
        var file = Path.of("target", "test-keys", UUID.randomUUID().toString(), "redress.keys");
        var keys = new KeyFile(file);
        keys.create();
        return keys;
    }

    private static MigratedDatabases databases(CryptoModule module) {
        return new MigratedDatabases(
                new V010__encrypt_what_names_people(module),
                new V038__free_text_is_encrypted(module),
                new V039__files_are_encrypted(module),
                new V040__names_are_encrypted(module));
    }

    @BeforeEach
    void copyKeys() throws IOException {
        var copy = folder.resolve("redress.keys");
        Files.copy(Path.of(KEYS.toString()), copy);
        keys = new KeyFile(copy);
        module = CryptoModules.open(keys);
    }

    @AfterEach
    void dropDatabase() {
        MigratedDatabases.drop(database);
    }

    Connection connect() throws SQLException {
        return MigratedDatabases.sourceOf(database).getConnection();
    }

    /** The first call creates the database. */
    void migrateTo(String version) {
        if (database == null) {
            database = DATABASES.create(version);
        } else {
            databases(module).migrate(database, version);
        }
    }

    /** The columns that are encrypted in the latest version, as table.column. */
    static List<String> encryptedColumns() throws SQLException {
        var latest = DATABASES.create("latest");
        try (var connection = MigratedDatabases.sourceOf(latest).getConnection()) {
            return EncryptedTable.all(connection).stream()
                    .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column))
                    .toList();
        } finally {
            MigratedDatabases.drop(latest);
        }
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of every row. */
    List<String> strings(String sql) throws SQLException {
        try (var connection = connect()) {
            return strings(connection, sql);
        }
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
