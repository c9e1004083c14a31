package io.redress.privacy;

import io.redress.testing.Owner;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Turns the free text of the present database into clear text, as the migration V038 leaves it. */
@Singleton
public class BackToClear {

    private static final String WITHOUT_SAMPLES = "select attname from pg_attribute where attrelid = '%s'::regclass"
            + " and attstattarget = 0 and col_description(attrelid, attnum) = 'encrypted'";

    private final CryptoModule module;
    private final Owner owner;

    BackToClear(CryptoModule module, Owner owner) {
        this.module = module;
        this.owner = owner;
    }

    /** Returns the number of rows that have clear text now. */
    public long turn() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table registration_history disable trigger user");
            statement.execute("alter table reveal disable trigger user");
            for (var table : EncryptedTable.all(connection)) {
                turn(connection, table);
            }
            statement.execute("alter table registration_history enable trigger user");
            statement.execute("alter table reveal enable trigger user");
            statement.execute("delete from crypto_key where use = 'data' and number = 0");
            new KeyRegister(connection).enterClearText(module);
            var rows = new ClearText(connection)
                    .rows().values().stream().mapToLong(Long::longValue).sum();
            connection.commit();
            return rows;
        }
    }

    private void turn(Connection connection, EncryptedTable table) throws SQLException {
        try (var columns = connection.createStatement();
                var column = columns.executeQuery(WITHOUT_SAMPLES.formatted(table.name()))) {
            while (column.next()) {
                turn(connection, table, column.getString(1));
            }
        }
    }

    private void turn(Connection connection, EncryptedTable table, String column) throws SQLException {
        var key = String.join(" || '/' || ", table.key());
        try (var select = connection.createStatement();
                var row = select.executeQuery("select " + key + ", " + column + " from " + table.name() + " where "
                        + column + " is not null");
                var update = connection.prepareStatement(
                        "update " + table.name() + " set " + column + " = ? where (" + key + ")::text = ?")) {
            while (row.next()) {
                var text = EncryptedText.open(
                        module, row.getBytes(2), new EncryptedColumn(table.name(), row.getString(1), column));
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                update.setBytes(
                        1,
                        ByteBuffer.allocate(EncryptedText.PREFIX + bytes.length)
                                .putShort((short) EncryptedText.CLEAR)
                                .put(bytes)
                                .array());
                update.setString(2, row.getString(1));
                update.executeUpdate();
            }
        }
    }
}
