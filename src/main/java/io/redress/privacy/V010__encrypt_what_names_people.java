package io.redress.privacy;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Encrypts the plain-text columns of a database before V009, and registers its keys. Like every migration it is never
 * changed, so it names the columns of its time itself.
 */
@Singleton
class V010__encrypt_what_names_people extends BaseJavaMigration {

    private static final int BATCH = 500;

    private static final Map<String, BlindIndex> INDEXES = Map.of(
            "document_number", BlindIndex.DOCUMENT_NUMBER, "phone", BlindIndex.PHONE, "other_phone", BlindIndex.PHONE);

    private record Table(String name, List<String> key, List<String> columns, boolean isFoundByThem) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    "investor",
                    List.of("id"),
                    List.of(
                            "document_number",
                            "phone",
                            "other_phone",
                            "born_on",
                            "street_address",
                            "emergency_name",
                            "emergency_phone"),
                    true),
            new Table(
                    "registration",
                    List.of("id"),
                    List.of("agent_document_number", "agent_phone", "salesperson_phone"),
                    false),
            new Table("platform_account", List.of("registration_id", "position"), List.of("registered_phone"), false),
            new Table("investment", List.of("id"), List.of("bank_account"), false));

    private final CryptoModule module;

    V010__encrypt_what_names_people(CryptoModule module) {
        this.module = module;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        new KeyRegister(connection).enterAll(module);
        for (var table : TABLES) {
            encrypt(connection, table);
        }
    }

    private void encrypt(Connection connection, Table table) throws SQLException {
        var assignments = new ArrayList<String>();
        for (var column : table.columns()) {
            assignments.add(column + " = ?");
            if (isFoundBy(table, column)) {
                assignments.add(indexOf(column) + " = ?");
            }
        }
        var update = "update " + table.name() + " set " + String.join(", ", assignments) + " where "
                + String.join(
                        " and ", table.key().stream().map(key -> key + " = ?").toList());
        try (var select = connection.createStatement()) {
            // A cursor: all rows of a province at once would not fit.
            select.setFetchSize(BATCH);
            try (var row = select.executeQuery("select * from " + table.name());
                    var statement = connection.prepareStatement(update)) {
                for (var rows = 1; row.next(); rows++) {
                    var parameters = parameters(table, row);
                    for (var i = 0; i < parameters.size(); i++) {
                        statement.setObject(i + 1, parameters.get(i));
                    }
                    statement.addBatch();
                    if (rows % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        }
    }

    private List<Object> parameters(Table table, ResultSet row) throws SQLException {
        var key = new ArrayList<>();
        for (var column : table.key()) {
            key.add(row.getObject(column));
        }
        var name = String.join("/", key.stream().map(Object::toString).toList());
        var parameters = new ArrayList<>();
        for (var column : table.columns()) {
            var text = row.getString("plain_" + column);
            var cell = new EncryptedColumn(table.name(), name, column);
            parameters.add(text == null ? null : EncryptedText.seal(module, module.newestKey(), text, cell));
            if (isFoundBy(table, column)) {
                parameters.add(text == null ? null : INDEXES.get(column).of(module, text));
            }
        }
        parameters.addAll(key);
        return parameters;
    }

    private static boolean isFoundBy(Table table, String column) {
        return table.isFoundByThem() && INDEXES.containsKey(column);
    }

    private static String indexOf(String column) {
        return column.replace("_number", "") + "_index";
    }
}
