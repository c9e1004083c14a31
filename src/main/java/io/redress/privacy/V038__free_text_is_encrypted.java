package io.redress.privacy;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Gives the columns of free text the form of encrypted ones. Their texts stay in clear, marked with key number 0: in a
 * large database their encryption takes long, and the service can work meanwhile. Like every migration it is never
 * changed, so it names the columns of its time itself.
 */
@Singleton
class V038__free_text_is_encrypted extends BaseJavaMigration {

    private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("investor", List.of("emergency_relation"));
        COLUMNS.put("investor_merge", List.of("reason", "undo_reason"));
        COLUMNS.put("registration", List.of("agent_relation", "police_receipt_number", "remark", "end_reason"));
        COLUMNS.put("platform_account", List.of("username"));
        COLUMNS.put("investment", List.of("product", "contract_number"));
        COLUMNS.put("registration_history", List.of("reason"));
        COLUMNS.put("evidence", List.of("file_name"));
        COLUMNS.put("attention_entry", List.of("note", "decision_note", "leaving_reason"));
        COLUMNS.put("reveal", List.of("note"));
    }

    /** A reason or note can be forgotten, or encrypted with a newer key; nothing else changes. */
    private static final String TRIGGERS = """
            create trigger registration_history_only_forgets_reasons before update on registration_history
                for each row
                when ((new.reason is not null
                        and (old.reason is null or substring(new.reason for 2) <= substring(old.reason for 2)))
                    or (old.id, old.registration_id, old.what, old.happened_at, old.happened_by, old.net_loss)
                        is distinct from
                       (new.id, new.registration_id, new.what, new.happened_at, new.happened_by, new.net_loss))
                execute function refuse_to_change();
            create trigger reveal_only_forgets_its_note before update on reveal
                for each row
                when ((new.note is not null
                        and (old.note is null or substring(new.note for 2) <= substring(old.note for 2)))
                    or (old.id, old.kind, old.account_id, old.account_name, old.investor_id, old.fields, old.purpose,
                            old.revealed_at)
                        is distinct from
                       (new.id, new.kind, new.account_id, new.account_name, new.investor_id, new.fields, new.purpose,
                            new.revealed_at))
                execute function refuse_to_change();
            """;

    private final CryptoModule module;

    V038__free_text_is_encrypted(CryptoModule module) {
        this.module = module;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            // For an owner that connects with the limits of the service: the tables are written anew.
            statement.execute("set local statement_timeout = 0");
            statement.execute("drop trigger registration_history_only_forgets_reasons on registration_history");
            statement.execute("drop trigger reveal_only_forgets_its_note on reveal");
            for (var table : COLUMNS.entrySet()) {
                change(statement, table.getKey(), table.getValue());
            }
            statement.execute(TRIGGERS);
        }
        var clear = new ClearText(connection);
        if (!clear.rows().isEmpty()) {
            new KeyRegister(connection).enterClearText(module);
        }
    }

    /** Without statistics, which would hold samples of the clear text. */
    private static void change(Statement statement, String table, List<String> columns) throws SQLException {
        var changes = columns.stream()
                .map(column -> "alter column " + column + " type bytea using '\\x0000'::bytea || convert_to(" + column
                        + ", 'UTF8'), alter column " + column + " set statistics 0")
                .toList();
        statement.execute("alter table " + table + " " + String.join(", ", changes));
        for (var column : columns) {
            statement.execute("comment on column " + table + "." + column + " is 'encrypted'");
        }
    }
}
