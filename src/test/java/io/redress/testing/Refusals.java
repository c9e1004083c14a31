package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Checks of every refusal: it is a problem in Chinese, or in English on request; it changes no row in any table except
 * the audit log's; it reveals nothing about the implementation.
 */
@Singleton
public class Refusals {

    /** Packages, classes, stack lines, SQL, and names of tables, columns and constraints. */
    private static final Pattern INSIDES = Pattern.compile(
            "io\\.redress|java\\.|com\\.fasterxml|(?i:jackson|hibernate|postgres|jdbc|quarkus|vertx)"
                    + "|Exception|Error\\b|\\bat [\\w.$]+\\(|\\.java|(?i:\\b(select|insert|update) \\w+ )|[a-z]+_[a-z]+");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final AgroalDataSource database;

    Refusals(AgroalDataSource database) {
        this.database = database;
    }

    /** The response in both languages. */
    public record Refusal(int status, JsonPath chinese, JsonPath english) {

        public Refusal is(int wanted, String code) {
            assertThat(status + " " + chinese.getString("type"))
                    .as(chinese.prettify())
                    .isEqualTo(wanted + " /problems/" + code);
            return this;
        }

        /** Exactly these places are wrong. */
        public Refusal at(String... pointers) {
            assertThat(english.getList("errors.pointer", String.class)).containsExactlyInAnyOrder(pointers);
            return this;
        }

        /** The English message of the first place, or the detail if no place is named. */
        public Refusal saying(String words) {
            var said = english.getList("errors") == null
                    ? english.getString("detail")
                    : english.getString("errors[0].message");
            assertThat(said).contains(words);
            return this;
        }
    }

    /** Sends the request in each language and checks the refusals. */
    public Refusal of(Supplier<RequestSpecification> request, Function<RequestSpecification, Response> call) {
        // Before the rows are counted, because a sign-in adds a row.
        var inChinese = request.get();
        var inEnglish = request.get().header("Accept-Language", "en");
        var before = rows();
        var chinese = call.apply(inChinese);
        var english = call.apply(inEnglish);
        assertThat(rows()).as(chinese.asString()).isEqualTo(before);
        assertThat(List.of(chinese, english)).allSatisfy(Refusals::isProblem);
        var refusal = new Refusal(chinese.statusCode(), chinese.jsonPath(), english.jsonPath());
        assertThat(english.statusCode()).isEqualTo(refusal.status());
        assertThat(words(refusal.chinese()))
                .hasSameSizeAs(words(refusal.english()))
                .allSatisfy(text -> assertThat(text).containsPattern(HAN));
        assertThat(words(refusal.english())).allSatisfy(text -> assertThat(text).doesNotContainPattern(HAN));
        return refusal;
    }

    public Refusal post(String path, Supplier<RequestSpecification> request) {
        return of(request, sent -> sent.post(path));
    }

    private static void isProblem(Response response) {
        var body = response.asString();
        assertThat(response.contentType()).as(body).isEqualTo("application/problem+json");
        assertThat(response.statusCode()).as(body).isBetween(400, 499);
        assertThat(body).doesNotContainPattern(INSIDES);
    }

    private static List<String> words(JsonPath problem) {
        var words = new ArrayList<>(List.of(problem.getString("title"), problem.getString("detail")));
        if (problem.get("errors") != null) {
            words.addAll(problem.getList("errors.message", String.class));
        }
        return words;
    }

    /** The number of rows of every table. */
    public Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        for (var table : query("select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_name not like 'audit%'")) {
            rows.put(table, Long.valueOf(query("select count(*) from " + table).get(0)));
        }
        return rows;
    }

    /** The first column of the result, as text. */
    public List<String> query(String sql, Object... arguments) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            var found = new ArrayList<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
