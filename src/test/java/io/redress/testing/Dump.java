package io.redress.testing;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** The content of the database, as somebody with a dump of it reads it. */
@Singleton
public class Dump {

    private static final Pattern BINARY = Pattern.compile("\\\\\\\\x([0-9a-f]{8,})");

    private final Owner owner;

    Dump(Owner owner) {
        this.owner = owner;
    }

    public List<String> tables() throws SQLException {
        try (var connection = owner.connect();
                var tables = connection
                        .getMetaData()
                        .getTables(null, "public", null, new String[] {"TABLE", "MATERIALIZED VIEW"})) {
            var names = new ArrayList<String>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
            return names;
        }
    }

    /** Like pg_dump, but with binary data as text, because its hexadecimal digits could be any number by chance. */
    public String of(String table) throws SQLException {
        var text = new StringBuilder();
        try (var connection = owner.connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy \"" + table + "\" to stdout");
            for (var line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                text.append(new String(line, StandardCharsets.UTF_8));
            }
        }
        return BINARY.matcher(text)
                .replaceAll(binary -> Matcher.quoteReplacement(
                        new String(HexFormat.of().parseHex(even(binary.group(1))), StandardCharsets.UTF_8)));
    }

    private static String even(String hex) {
        return hex.length() % 2 == 0 ? hex : hex.substring(1);
    }
}
