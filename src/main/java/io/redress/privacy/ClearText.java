package io.redress.privacy;

import io.redress.common.record.SqlWrites;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Text from before the encryption of its column (V038, V040), and what is left of it and of files from before their
 * encryption (V039) on disk afterwards.
 */
@SqlWrites("encrypt-free-text: begin and end")
public final class ClearText {

    private static final String LOCK = "hashtextextended('erase traces of clear text', 0)";
    private static final String ENCRYPTED = "select from crypto_key where number = 0 and emptied_at is not null";

    /** No name waits for its tokens (V040), but an index has the pages of some: an index never gets shorter. */
    private static final String EMPTIED = "select not exists (select from unindexed_name)"
            + " and pg_relation_size('unindexed_name_by_name') > current_setting('block_size')::int";

    private static final List<String> TABLES_OF_FILES = List.of("evidence", "stored_file");

    private final Connection connection;

    public ClearText(Connection connection) {
        this.connection = connection;
    }

    /** Number of rows with clear text by table, without the tables that have none. Reads the tables in full. */
    public Map<String, Long> rows() throws SQLException {
        var rows = new LinkedHashMap<String, Long>();
        for (var table : EncryptedTable.all(connection)) {
            var isClear = table.columns().stream()
                    .map(column -> "substring(" + column + " for " + EncryptedText.PREFIX + ") = '\\x0000'")
                    .collect(Collectors.joining(" or "));
            try (var statement = connection.createStatement();
                    var count = statement.executeQuery("select count(*) from " + table.name() + " where " + isClear)) {
                count.next();
                if (count.getLong(1) > 0) {
                    rows.put(table.name(), count.getLong(1));
                }
            }
        }
        return rows;
    }

    /**
     * Once all text is encrypted, removes the old versions of the rows, which PostgreSQL leaves on the pages of the
     * tables. To be called by the owner of the tables, with auto-commit. A failure is told, and the next start tries
     * again.
     */
    public void eraseTraces(Consumer<String> tell) {
        try {
            if (!isAnyToErase() || !is("select pg_try_advisory_lock(" + LOCK + ")")) {
                return;
            }
            try {
                erase(tell);
            } finally {
                execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            tell.accept("清除旧明文未完成，下次启动再试 / old clear text is not erased yet, the next start tries again: "
                    + e.getMessage());
        }
    }

    private boolean isAnyToErase() throws SQLException {
        return is("select to_regclass('crypto_key') is not null")
                && (is("select exists (" + ENCRYPTED + ")") || isEmptied());
    }

    private boolean isEmptied() throws SQLException {
        return is("select to_regclass('unindexed_name') is not null") && is(EMPTIED);
    }

    private void erase(Consumer<String> tell) throws SQLException {
        var tables = new TreeSet<String>();
        if (is("select exists (" + ENCRYPTED + " and use = 'data')")) {
            EncryptedTable.all(connection).forEach(table -> tables.add(table.name()));
        }
        if (is("select exists (" + ENCRYPTED + " and use = 'clear-files')")) {
            tables.addAll(TABLES_OF_FILES);
        }
        if (isEmptied()) {
            tables.add("unindexed_name");
        }
        tell.accept(
                "旧的明文已全部加密，现重写 %d 个表以清除其痕迹，每 GB 约需一分钟 / old clear text is encrypted; rewriting %d tables to erase its traces, about a minute per GB"
                        .formatted(tables.size(), tables.size()));
        execute("set lock_timeout = '10s'");
        for (var table : tables) {
            rewrite(table);
            execute("analyze " + table);
        }
        // The planner's samples from when the texts were in clear. PostgreSQL skips it, with a warning, for a user that
        // does not own the database.
        execute("vacuum full pg_statistic");
        execute("delete from crypto_key where number = 0 and emptied_at is not null");
        tell.accept("旧明文已清除；请另作备份并销毁旧备份 / the old clear text is erased; make a new backup and destroy the old ones");
    }

    /**
     * A new column with a volatile default makes PostgreSQL write the table anew, with the present version of each row
     * only; VACUUM FULL would also copy old versions that another transaction might still see.
     */
    private void rewrite(String table) throws SQLException {
        execute("alter table " + table
                + " add column rewritten boolean default (case when random() < 0 then true end);"
                + " alter table " + table + " drop column rewritten");
    }

    private boolean is(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
