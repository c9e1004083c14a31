package io.redress.privacy;

import io.redress.common.record.SqlWrites;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of this database ({@code crypto_key}). A check value for each detects a lost or wrong key before anything is
 * read or written.
 */
@SqlWrites("nothing: a key changes, and no content")
public final class KeyRegister {

    static final int TAKEN_UP_WITHIN_SECONDS = 5;

    private static final String DATA = "data";

    /** Not a key: while the row is here, files from before their encryption are accepted. */
    private static final String CLEAR_FILES = "clear-files";

    private static final List<String> MACS = List.of("audit", "index");
    private static final String KNOWN = "Redress";

    private final Connection connection;

    public KeyRegister(Connection connection) {
        this.connection = connection;
    }

    /** Whether no keys are registered: the database is empty, or older than encryption. */
    public boolean isEmpty() throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("select to_regclass('crypto_key') is not null")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return true;
                }
            }
            try (var key = statement.executeQuery("select exists (select from crypto_key)")) {
                key.next();
                return !key.getBoolean(1);
            }
        }
    }

    /**
     * Refuses keys other than those the database was written with.
     *
     * @throws KeysUnusable naming the first key that is missing or wrong
     */
    public void demandFits(CryptoModule module) throws SQLException {
        if (isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement();
                var keys = statement.executeQuery(
                        "select use, number, check_value from crypto_key where emptied_at is null and use <> 'clear-files'"
                                + " order by use, number")) {
            while (keys.next()) {
                demandFits(module, keys.getString(1), keys.getInt(2), keys.getBytes(3));
            }
        }
    }

    private static void demandFits(CryptoModule module, String use, int number, byte[] checkValue) {
        try {
            var fits = use.equals(DATA)
                    ? KNOWN.equals(EncryptedText.open(module, checkValue, checkCell(number)))
                    : Arrays.equals(module.mac(use, KNOWN.getBytes(StandardCharsets.UTF_8)), checkValue);
            if (!fits) {
                throw another(use, number);
            }
        } catch (TamperedWith e) {
            throw another(use, number);
        }
    }

    private static KeysUnusable another(String use, int number) {
        return new KeysUnusable(
                "密钥 " + use + "." + number + " 不是写入此数据库时所用的，请恢复原来的密钥文件；不会另建新密钥",
                "the key " + use + "." + number
                        + " is not the one this database was written with; restore the key file. No new key is made");
    }

    /** Registers the keys of a new database: the newest data key and one for each MAC. */
    void enterAll(CryptoModule module) throws SQLException {
        enter(module, module.newestKey());
        for (var use : MACS) {
            enter(use, 1, module.mac(use, KNOWN.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Registers a data key, which then encrypts all new values. */
    void enter(CryptoModule module, int number) throws SQLException {
        enter(DATA, number, EncryptedText.seal(module, number, KNOWN, checkCell(number)));
    }

    private void enter(String use, int number, byte[] checkValue) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into crypto_key (use, number, check_value, entered_at) values (?, ?, ?, now())")) {
            insert.setString(1, use);
            insert.setInt(2, number);
            insert.setBytes(3, checkValue);
            insert.executeUpdate();
        }
    }

    private static EncryptedColumn checkCell(int number) {
        return new EncryptedColumn("crypto_key", DATA + "/" + number, "check_value");
    }

    /**
     * Registers number 0, perhaps not for the first time: columns hold text from before their encryption. Its check
     * value is encrypted with the current key, so that write access to the database does not suffice to have clear text
     * accepted.
     */
    public void enterClearText(CryptoModule module) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from crypto_key where use = 'data' and number = 0");
        }
        enter(DATA, EncryptedText.CLEAR, EncryptedText.seal(module, current(), KNOWN, checkCell(EncryptedText.CLEAR)));
    }

    /** Whether columns may still hold text from before their encryption. */
    public boolean acceptsClearText(CryptoModule module) throws SQLException {
        try (var statement = connection.createStatement();
                var key = statement.executeQuery(
                        "select check_value from crypto_key where use = 'data' and number = 0 and emptied_at is null")) {
            return key.next()
                    && KNOWN.equals(EncryptedText.open(module, key.getBytes(1), checkCell(EncryptedText.CLEAR)));
        } catch (TamperedWith e) {
            return false;
        }
    }

    /**
     * Registers that evidence has files from before their encryption. The check value is a MAC, so that write access to
     * the database does not suffice to have clear files accepted, and no rotation concerns it.
     */
    public void enterClearFiles(CryptoModule module) throws SQLException {
        enter(CLEAR_FILES, EncryptedText.CLEAR, clearFiles(module));
    }

    /** Whether evidence may still have files from before their encryption. */
    public boolean acceptsClearFiles(CryptoModule module) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select check_value from crypto_key where use = 'clear-files' and emptied_at is null")) {
            return row.next() && Arrays.equals(row.getBytes(1), clearFiles(module));
        }
    }

    /** Records that all files are encrypted. Without its check value, the row is never valid again. */
    public void clearFilesEnded() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update crypto_key set emptied_at = now(), check_value = ''"
                    + " where use = 'clear-files' and emptied_at is null");
        }
    }

    private static byte[] clearFiles(CryptoModule module) {
        return module.mac("index", (CLEAR_FILES + '\0' + KNOWN).getBytes(StandardCharsets.UTF_8));
    }

    /** The data key that encrypts new values. */
    int current() throws SQLException {
        try (var statement = connection.createStatement();
                var key = statement.executeQuery("select max(number) from crypto_key where use = 'data'")) {
            key.next();
            return key.getInt(1);
        }
    }

    /**
     * How long it may take until all instances use this key: twice the time in which an instance looks for a new one.
     */
    Duration untilTakenUp(int number) throws SQLException {
        try (var select =
                connection.prepareStatement("select greatest(0, ? - extract(epoch from clock_timestamp() - entered_at))"
                        + " from crypto_key where use = 'data' and number = ?")) {
            select.setLong(1, 2L * TAKEN_UP_WITHIN_SECONDS);
            select.setInt(2, number);
            try (var row = select.executeQuery()) {
                row.next();
                return Duration.ofMillis((long) Math.ceil(row.getDouble(1) * 1000));
            }
        }
    }

    /** Whether an earlier rotation has not finished, so that values of an older key may remain. */
    boolean isRotating() throws SQLException {
        try (var statement = connection.createStatement();
                var keys = statement.executeQuery(
                        "select count(*) from crypto_key where use = 'data' and emptied_at is null")) {
            keys.next();
            return keys.getInt(1) > 1;
        }
    }

    /** Data keys that no value has used since this moment. */
    public Set<Integer> emptiedBefore(Instant moment) throws SQLException {
        try (var select = connection.prepareStatement(
                "select number from crypto_key where use = 'data' and number > 0 and emptied_at < ?")) {
            select.setTimestamp(1, Timestamp.from(moment));
            try (var key = select.executeQuery()) {
                var numbers = new TreeSet<Integer>();
                while (key.next()) {
                    numbers.add(key.getInt(1));
                }
                return numbers;
            }
        }
    }

    /** Records that no value uses a key older than this one. Without its check value, number 0 is never valid again. */
    void emptied(int current) throws SQLException {
        try (var update = connection.prepareStatement("""
                update crypto_key
                set emptied_at = now(), check_value = case when number = 0 then '' else check_value end
                where use = 'data' and number < ? and emptied_at is null
                """)) {
            update.setInt(1, current);
            update.executeUpdate();
        }
    }
}
