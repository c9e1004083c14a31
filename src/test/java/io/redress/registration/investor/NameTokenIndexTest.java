package io.redress.registration.investor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Listening;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The statement of a look-up by a frequent surname reads the index in its order, and of people only those it finds. It
 * runs on temporary copies of the tables, which hide the real ones.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NameTokenIndexTest {

    private static final int NAMESAKES = 20_000;
    private static final int VILLAGES = 200;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: local hit=(\\d+)(?: read=(\\d+))?");

    @Inject
    Listening listening;

    @Inject
    Owner owner;

    @Inject
    People people;

    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        var sql = listening.to(() -> people.chief().body(Map.of("name", "陈")).post("/api/v1/investors/lookup")).stream()
                .filter(sent -> sent.contains("investor_name_token"))
                .collect(Collectors.joining());
        connection = owner.connect();
        execute("create temporary table investor (like public.investor including all)");
        execute("create temporary table investor_name_token (like public.investor_name_token including all)");
        execute("""
                insert into investor (id, version, kind, name, document_type, document_number, document_index, area_code,
                    elderly, hardship, created_at)
                select uuidv7(), 0, 'PERSON', '', 'OTHER', '', decode(md5(n::text), 'hex'),
                    '445102' || lpad((n %% %d)::text, 6, '0'), false, false, now() from generate_series(1, %d) n
                """.formatted(VILLAGES, NAMESAKES));
        execute("insert into investor_name_token select 42, false, id, area_code from investor");
        execute("insert into investor_name_token select hashtextextended(id::text, n), n = 0, id, area_code"
                + " from investor cross join generate_series(0, 3) n");
        execute("vacuum (analyze) investor, investor_name_token");
        execute("prepare look_up (bigint, text, int, int) as " + sql);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String explain(String scope) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "explain (analyze, buffers) execute look_up (42, '" + scope + "', 0, 50)")) {
            var plan = new StringBuilder();
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static int buffers(String plan) {
        var buffers = BUFFERS.matcher(plan);
        assertThat(buffers.find()).as(plan).isTrue();
        return Integer.parseInt(buffers.group(1)) + (buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2)));
    }

    @Test
    void in_the_county_fifty_entries_are_read() throws SQLException {
        var plan = explain("%");
        assertThat(plan)
                .contains("Index Only Scan Backward using investor_name_token_pkey", "Heap Fetches: 0")
                .doesNotContain("Sort", "Rows Removed");
        assertThat(buffers(plan)).as(plan).isLessThan(50 * 4 + 20);
    }

    @Test
    void in_a_village_the_index_alone_is_read_until_fifty_are_found() throws SQLException {
        var plan = explain("445102000007%");
        assertThat(plan)
                .contains("Index Only Scan Backward using investor_name_token_pkey", "Heap Fetches: 0")
                .doesNotContain("Sort");
        assertThat(buffers(plan)).as(plan).isLessThan(50 * 4 + NAMESAKES / 60);
    }
}
