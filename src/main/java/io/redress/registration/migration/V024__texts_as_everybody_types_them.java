package io.redress.registration.migration;

import io.redress.common.text.CleanText;
import io.redress.identity.PersonName;
import io.redress.privacy.EncryptedColumn;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Cleans texts that were stored before {@link CleanText} applied to all of them. Afterwards a search finds a name that
 * was pasted from a PDF with a Kangxi radical. If two names of platforms or branches would become equal, they stay
 * unchanged. A migration never changes, so it names the columns of its time itself.
 */
@Singleton
public class V024__texts_as_everybody_types_them extends BaseJavaMigration {

    private static final int BATCH = 500;

    /** Characters that {@link CleanText} changes, in part: control and direction marks, radicals, GBK's private use. */
    private static final String UNCLEAN = "[\u0001-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E"
            + "\u2060-\u206F\uFEFF\uFE00-\uFE0F\uFFF9-\uFFFB\u2E80-\u2FD5\uE78D-\uE796\uE7C7\uE7C8\uE7E7-\uE7F3"
            + "\uE815-\uE864]";

    private static final UnaryOperator<String> LINE = CleanText::oneLine;
    private static final UnaryOperator<String> LINES = CleanText::lines;
    private static final UnaryOperator<String> PERSON = PersonName::normalise;

    /** @param isVersioned whether its rows have a version, which has to increase so that ETags become stale */
    private record Table(
            String name, boolean isVersioned, List<String> key, Map<String, UnaryOperator<String>> columns) {

        boolean isFoundByName() {
            return name.equals("investor");
        }

        String select() {
            return "select * from " + name + " where "
                    + columns.keySet().stream().map(column -> column + " ~ ?").collect(Collectors.joining(" or "));
        }

        String update() {
            var assignments =
                    columns.keySet().stream().map(column -> column + " = ?").collect(Collectors.toList());
            if (isFoundByName()) {
                assignments.addAll(List.of("name_pinyin = ?", "name_initials = ?"));
            }
            if (isVersioned) {
                assignments.add("version = version + 1");
            }
            return "update " + name + " set " + String.join(", ", assignments) + " where "
                    + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        }
    }

    private static final List<Table> TABLES = List.of(
            new Table("investor", true, List.of("id"), columns(PERSON, "name", LINE, "emergency_relation")),
            new Table(
                    "registration",
                    true,
                    List.of("id"),
                    columns(
                            PERSON,
                            "agent_name",
                            PERSON,
                            "salesperson_name",
                            LINE,
                            "agent_relation",
                            LINE,
                            "police_authority",
                            LINE,
                            "police_receipt_number",
                            LINE,
                            "end_reason",
                            LINES,
                            "remark")),
            new Table("platform_account", false, List.of("registration_id", "position"), columns(LINE, "username")),
            new Table("investment", false, List.of("id"), columns(LINE, "product", LINE, "contract_number")),
            new Table(
                    "platform",
                    true,
                    List.of("id"),
                    columns(LINE, "name", LINE, "company", LINE, "police_authority", LINE, "police_case_number")),
            new Table("branch", true, List.of("id"), columns(LINE, "name", LINE, "address", LINE, "contact_name")),
            new Table("account", true, List.of("id"), columns(LINE, "name")),
            new Table("access_token", false, List.of("id"), columns(LINE, "name")),
            new Table(
                    "attention_entry",
                    true,
                    List.of("id"),
                    columns(PERSON, "investor_name", LINES, "note", LINES, "decision_note", LINE, "leaving_reason")),
            new Table(
                    "disclosure",
                    true,
                    List.of("id"),
                    columns(LINE, "source", LINES, "summary", LINE, "withdrawal_reason")));

    /** Pairs of a rule and a column. */
    @SuppressWarnings("unchecked")
    private static Map<String, UnaryOperator<String>> columns(Object... pairs) {
        var columns = new LinkedHashMap<String, UnaryOperator<String>>();
        for (var i = 0; i < pairs.length; i += 2) {
            columns.put((String) pairs[i + 1], (UnaryOperator<String>) pairs[i]);
        }
        return columns;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        for (var table : TABLES) {
            clean(connection, table);
        }
        cleanAliases(connection);
        cleanEncrypted(connection);
    }

    private static void clean(Connection connection, Table table) throws SQLException {
        try (var unclean = connection.prepareStatement(table.select());
                var change = connection.prepareStatement(table.update())) {
            for (var i = 1; i <= table.columns().size(); i++) {
                unclean.setString(i, UNCLEAN);
            }
            unclean.setFetchSize(BATCH);
            try (var row = unclean.executeQuery()) {
                while (row.next()) {
                    var values = cleanedColumns(table, row);
                    if (!values.isEmpty()) {
                        for (var key : table.key()) {
                            values.add(row.getObject(key));
                        }
                        changeUnlessTaken(connection, change, values);
                    }
                }
            }
        }
    }

    /** Empty if no column changes. */
    private static List<Object> cleanedColumns(Table table, ResultSet row) throws SQLException {
        var values = new ArrayList<>();
        var isChanged = false;
        for (var column : table.columns().entrySet()) {
            var kept = row.getString(column.getKey());
            var cleaned = cleaned(kept, column.getValue());
            isChanged |= !Objects.equals(kept, cleaned);
            values.add(cleaned);
        }
        if (!isChanged) {
            return new ArrayList<>();
        }
        if (table.isFoundByName()) {
            var name = (String) values.get(0);
            values.addAll(List.of(PersonName.pinyin(name), PersonName.initials(name)));
        }
        return values;
    }

    /** A text that would become empty stays unchanged. */
    private static String cleaned(String kept, UnaryOperator<String> rule) {
        if (kept == null) {
            return null;
        }
        var cleaned = rule.apply(kept);
        return cleaned.isEmpty() ? kept : cleaned;
    }

    private static void changeUnlessTaken(Connection connection, PreparedStatement change, List<Object> values)
            throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            change.setObject(i + 1, values.get(i));
        }
        var before = connection.setSavepoint();
        try {
            change.executeUpdate();
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
        }
    }

    private static void cleanAliases(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select id, aliases from platform where array_to_string(aliases, ',') ~ ?");
                var update = connection.prepareStatement(
                        "update platform set aliases = ?, version = version + 1 where id = ?")) {
            select.setString(1, UNCLEAN);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var kept = (String[]) row.getArray("aliases").getArray();
                    var cleaned = Arrays.stream(kept)
                            .map(alias -> cleaned(alias, LINE))
                            .toArray();
                    update.setArray(1, connection.createArrayOf("text", cleaned));
                    update.setObject(2, row.getObject("id"));
                    update.executeUpdate();
                }
            }
        }
    }

    private static void cleanEncrypted(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select id, street_address, emergency_name from investor"
                        + " where street_address is not null or emergency_name is not null");
                var update = connection.prepareStatement("update investor set street_address = ?, emergency_name = ?,"
                        + " version = version + 1 where id = ?")) {
            select.setFetchSize(BATCH);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var address = cleaned(row, "street_address", LINE);
                    var name = cleaned(row, "emergency_name", PERSON);
                    if (!Arrays.equals(address, row.getBytes("street_address"))
                            || !Arrays.equals(name, row.getBytes("emergency_name"))) {
                        update.setBytes(1, address);
                        update.setBytes(2, name);
                        update.setObject(3, row.getObject("id"));
                        update.executeUpdate();
                    }
                }
            }
        }
    }

    /** Returns the same bytes if nothing changes. */
    private static byte[] cleaned(ResultSet row, String column, UnaryOperator<String> rule) throws SQLException {
        var kept = row.getBytes(column);
        var cell = new EncryptedColumn("investor", row.getString("id"), column);
        return cell.seal(cleaned(cell.open(kept), rule), kept);
    }
}
