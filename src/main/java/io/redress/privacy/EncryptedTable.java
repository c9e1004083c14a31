package io.redress.privacy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with encrypted columns, for operations on all of them. Column comments in the database mark these columns.
 *
 * @param key the primary key columns, in the order in which {@link EncryptedColumn#row} joins them
 */
record EncryptedTable(String name, List<String> key, List<String> columns) {

    private static final String TABLES = """
            select relname,
                array(select attname::text
                    from pg_index, unnest(indkey) with ordinality as part (number, position), pg_attribute
                    where indrelid = pg_class.oid and indisprimary and attrelid = indrelid and attnum = part.number
                    order by position),
                array(select attname::text from pg_attribute
                    where attrelid = pg_class.oid and attnum > 0 and col_description(attrelid, attnum) = 'encrypted'
                    order by attnum)
            from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and exists (select from pg_description
                where objoid = pg_class.oid and objsubid > 0 and description = 'encrypted')
            order by relname
            """;

    static List<EncryptedTable> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(TABLES);
                var row = select.executeQuery()) {
            var tables = new ArrayList<EncryptedTable>();
            while (row.next()) {
                tables.add(new EncryptedTable(row.getString(1), texts(row.getArray(2)), texts(row.getArray(3))));
            }
            return tables;
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** SQL condition: some column is encrypted with another key than the one given for each column. */
    String underOtherKey() {
        return columns.stream()
                .map(column -> "substring(" + column + " from 1 for " + EncryptedText.PREFIX + ") <> ?")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
