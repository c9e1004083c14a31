package io.redress.privacy;

import io.redress.common.record.SqlWrites;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rotates the data key while the service runs (密钥轮换): registers a new key, which encrypts all new values from then on,
 * and re-encrypts the others, one batch per transaction. After a crash, the next run continues it. Text from before the
 * encryption of its column is encrypted in the same way, as if by an older key, with the current one. Rows locked by
 * another transaction are left for the next pass. It ends when a pass finds nothing left that began after all instances
 * use the key, and after the end of every transaction that could write with another.
 */
@SqlWrites("rotate-keys, encrypt-free-text: begin and end")
public final class RotateKeys {

    /**
     * Longer than a transaction of the service may take (quarkus.transaction-manager.default-transaction-timeout).
     */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(70);

    /**
     * Each transaction locks its own number; every role may see that. One that holds an advisory lock and has read no
     * table is that of {@link io.redress.common.database.AdvisoryLocks#tryLock}, which does nothing else.
     */
    private static final String OTHER_TRANSACTIONS = """
            select virtualtransaction from pg_locks join pg_stat_activity using (pid)
            where locktype = 'virtualxid' and mode = 'ExclusiveLock' and pid <> pg_backend_pid()
                and datname = current_database() and coalesce(backend_type, 'client backend') = 'client backend'
                and (exists (select from pg_locks held where held.pid = pg_locks.pid and held.locktype = 'relation')
                    or not exists (select from pg_locks held where held.pid = pg_locks.pid and held.locktype = 'advisory'))
            """;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Connection connection;
    private final CryptoModule module;
    private final int batch;
    private final Progress progress;
    private boolean acceptsClear;

    /** Callbacks; begin and end come before the commit. */
    public interface Progress {
        /** @param isNew whether the rotation is new or continued */
        void begun(int key, boolean isNew) throws SQLException;

        /**
         * A batch was committed.
         *
         * @param rows number of rows in the batch
         * @param inPass number of rows of the table in this pass so far
         */
        void reencrypted(String table, int rows, int inPass) throws InterruptedException;

        void ended(int key) throws SQLException;
    }

    public RotateKeys(Connection connection, CryptoModule module, int batch, Progress progress) {
        this.connection = connection;
        this.module = module;
        this.batch = batch;
        this.progress = progress;
    }

    /**
     * Starts a rotation, or finishes one that was begun.
     *
     * @throws KeysUnusable when the keys are not those of the database, or none can be added
     */
    public void run() throws SQLException, InterruptedException {
        rotate(true);
    }

    /** Finishes a rotation that was begun, if there is one; never starts one. */
    public void resume() throws SQLException, InterruptedException {
        rotate(false);
    }

    private void rotate(boolean mayStart) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        var register = new KeyRegister(connection);
        register.demandFits(module);
        var isNew = !register.isRotating();
        if (isNew && !mayStart) {
            return;
        }
        var key = begin(register, isNew);
        reencryptAll(key);
        Thread.sleep(register.untilTakenUp(key).toMillis());
        awaitTransactionsOfNow();
        // A row locked by another transaction was skipped: the old key is needed until it is re-encrypted.
        while (reencryptAll(key) > 0 || isAnyLeft(key)) {
            connection.commit();
            Thread.sleep(PAUSE.toMillis());
            awaitTransactionsOfNow();
        }
        register.emptied(key);
        progress.ended(key);
        connection.commit();
    }

    /** The key of an unfinished rotation, else one that the operator has added, else a new one. */
    private int begin(KeyRegister register, boolean isNew) throws SQLException {
        var current = register.current();
        acceptsClear = register.acceptsClearText(module);
        var key = current;
        if (isNew) {
            key = module.newestKey() > current ? module.newestKey() : module.addKey();
            register.enter(module, key);
        }
        progress.begun(key, isNew);
        connection.commit();
        return key;
    }

    /** A transaction that read a row before its re-encryption may write it back as it was. */
    private void awaitTransactionsOfNow() throws SQLException, InterruptedException {
        var latest = System.nanoTime() + LONGEST_TRANSACTION.toNanos();
        var others = otherTransactions();
        while (!others.isEmpty() && System.nanoTime() < latest) {
            Thread.sleep(PAUSE.toMillis());
            others.retainAll(otherTransactions());
        }
    }

    private Set<String> otherTransactions() throws SQLException {
        var transactions = new HashSet<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OTHER_TRANSACTIONS)) {
            while (row.next()) {
                transactions.add(row.getString(1));
            }
        }
        // Within one transaction PostgreSQL shows the activity of its beginning.
        connection.commit();
        return transactions;
    }

    private boolean isAnyLeft(int key) throws SQLException {
        for (var table : EncryptedTable.all(connection)) {
            try (var select = connection.prepareStatement(
                    "select exists (select from " + table.name() + " where " + table.underOtherKey() + ")")) {
                for (var i = 0; i < table.columns().size(); i++) {
                    select.setBytes(i + 1, EncryptedText.prefix(key));
                }
                try (var row = select.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int reencryptAll(int key) throws SQLException, InterruptedException {
        var rows = 0;
        for (var table : EncryptedTable.all(connection)) {
            rows += reencrypt(key, table);
        }
        return rows;
    }

    private int reencrypt(int key, EncryptedTable table) throws SQLException, InterruptedException {
        var rows = 0;
        List<Object> last = null;
        try (var first = connection.prepareStatement(select(table, false));
                var next = connection.prepareStatement(select(table, true));
                var update = connection.prepareStatement(update(table))) {
            do {
                last = reencryptBatch(key, table, last == null ? first : next, last, update);
                var updated = update.executeBatch().length;
                connection.commit();
                rows += updated;
                if (updated > 0) {
                    progress.reencrypted(table.name(), updated, rows);
                }
            } while (last != null);
        }
        return rows;
    }

    /** Returns the key of the last row of a full batch; null after the last batch. */
    private List<Object> reencryptBatch(
            int key, EncryptedTable table, PreparedStatement select, List<Object> last, PreparedStatement update)
            throws SQLException {
        var parameter = 1;
        for (var i = 0; i < table.columns().size(); i++) {
            select.setBytes(parameter++, EncryptedText.prefix(key));
        }
        for (var value : last == null ? List.of() : last) {
            select.setObject(parameter++, value);
        }
        var found = 0;
        List<Object> reached = null;
        try (var row = select.executeQuery()) {
            while (row.next()) {
                reached = keyOf(row, table);
                reencryptRow(key, table, row, reached, update);
                found++;
            }
        }
        return found == batch ? reached : null;
    }

    private void reencryptRow(
            int key, EncryptedTable table, ResultSet row, List<Object> rowKey, PreparedStatement update)
            throws SQLException {
        var name = String.join("/", rowKey.stream().map(Object::toString).toList());
        var parameter = 1;
        for (var column : table.columns()) {
            var cell = new EncryptedColumn(table.name(), name, column);
            var kept = row.getBytes(column);
            update.setBytes(
                    parameter++,
                    kept == null
                            ? null
                            : EncryptedText.seal(
                                    module, key, EncryptedText.open(module, kept, cell, () -> acceptsClear), cell));
        }
        for (var value : rowKey) {
            update.setObject(parameter++, value);
        }
        update.addBatch();
    }

    private static List<Object> keyOf(ResultSet row, EncryptedTable table) throws SQLException {
        var key = new ArrayList<>();
        for (var column : table.key()) {
            key.add(row.getObject(column));
        }
        return key;
    }

    private String select(EncryptedTable table, boolean after) {
        var key = String.join(", ", table.key());
        var marks = String.join(
                ", ", IntStream.range(0, table.key().size()).mapToObj(i -> "?").toList());
        return "select " + key + ", " + String.join(", ", table.columns()) + " from " + table.name() + " where "
                + table.underOtherKey() + (after ? " and (" + key + ") > (" + marks + ")" : "")
                + " order by " + key + " limit " + batch + " for update skip locked";
    }

    private static String update(EncryptedTable table) {
        var columns = table.columns().stream().map(column -> column + " = ?").toList();
        var keys = table.key().stream().map(column -> column + " = ?").toList();
        return "update " + table.name() + " set " + String.join(", ", columns) + " where " + String.join(" and ", keys);
    }
}
