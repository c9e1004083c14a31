package io.redress.testing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;

/** The content of the database, as somebody with a dump of it reads it. */
@Singleton
public class Dump {

    private static final Pattern BINARY = Pattern.compile("\\\\\\\\x([0-9a-f]{8,})");

    private final Owner owner;

    private final String url;

    Dump(Owner owner, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.owner = owner;
        this.url = url;
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

    /** The server's last file of the write-ahead log; the present content is in it or in later ones. */
    public String lastLog() throws SQLException {
        return ask("select pg_walfile_name(pg_current_wal_lsn())").get(0);
    }

    /** The server's files, after a checkpoint: tables, indexes, temporary files, and the log from this file on. */
    public List<Path> files(String firstLog) throws SQLException, IOException {
        ask("checkpoint");
        var data = Path.of(ask("show data_directory").get(0));
        try (var tables = Files.walk(data.resolve("base"));
                var logs = Files.list(data.resolve("pg_wal"))) {
            return Stream.concat(
                            tables,
                            logs.filter(log -> log.getFileName().toString().compareTo(firstLog) >= 0))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private List<String> ask(String question) throws SQLException {
        try (var server = DriverManager.getConnection(url, "postgres", "");
                var statement = server.createStatement()) {
            var answers = new ArrayList<String>();
            if (statement.execute(question)) {
                try (var row = statement.getResultSet()) {
                    while (row.next()) {
                        answers.add(row.getString(1));
                    }
                }
            }
            return answers;
        }
    }

    private static String even(String hex) {
        return hex.length() % 2 == 0 ? hex : hex.substring(1);
    }
}
