package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.testing.AtOnce;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** Migration of a database from before the encryption of names. */
class NamesMigrationTest extends KeyedDatabase {

    private static final String LONG = "阿卜杜热合曼·麦麦提敏艾合买提江阿卜杜热西提麦麦提艾力吐尔逊江卡德尔亚森江";

    private static final String DISK_FULL = """
            create function disk_full() returns event_trigger language plpgsql as $$
            begin raise sqlstate '53100' using message = 'could not extend file: No space left on device'; end $$""";

    private void oldDatabase() throws SQLException {
        migrateTo("39");
        var rows = List.of(
                row(1, "马", "ma", "m", null),
                row(2, LONG, "abudu", "abd", null),
                row(3, "John Smith", "johnsmith", "js", null),
                row(4, "已匿名", "", "", "now()"));
        execute(
                "set session_replication_role = replica",
                "insert into investor (id, version, kind, name, name_pinyin, name_initials, document_type, document_number,"
                        + " document_index, area_code, elderly, hardship, created_at, anonymised_at) values "
                        + String.join(", ", rows));
    }

    private static String row(int number, String name, String pinyin, String initials, String anonymisedAt) {
        return "('0198c0de-0000-7000-8000-00000000000%d', 0, 'PERSON', '%s', '%s', '%s', 'OTHER', '', '\\x0%d', '445102',"
                        .formatted(number, name, pinyin, initials, number)
                + " false, false, now(), " + anonymisedAt + ")";
    }

    private List<String> names() throws SQLException {
        return strings("select convert_from(substring(name from 3), 'UTF8') from investor order by id");
    }

    private void assertIsMigrated() throws SQLException {
        assertThat(LONG.codePointCount(0, LONG.length())).isEqualTo(37);
        assertThat(names()).containsExactly("马", LONG, "John Smith", "已匿名");
        assertThat(strings(
                        "select folded || ' ' || pinyin || ' ' || initials from unindexed_name order by investor_id"))
                .containsExactly("马 ma m", LONG + " abudu abd", "johnsmith johnsmith js");
        assertThat(strings("select column_name from information_schema.columns where table_name = 'investor'"
                        + " and column_name like 'name%'"))
                .containsExactly("name");
        try (var connection = connect()) {
            assertThat(new KeyRegister(connection).acceptsClearText(module)).isTrue();
        }
    }

    @Test
    void names_wait_for_their_tokens_except_those_of_anonymous_people() throws SQLException {
        oldDatabase();
        migrateTo("latest");
        assertIsMigrated();
    }

    @Test
    void two_services_may_migrate_at_once() throws Exception {
        oldDatabase();
        Callable<Boolean> migration = () -> {
            migrateTo("latest");
            return true;
        };
        AtOnce.all(List.of(migration, migration));
        assertIsMigrated();
    }

    @Test
    void a_full_disk_leaves_the_database_as_it_was_and_the_next_start_tries_again() throws SQLException {
        oldDatabase();
        execute(DISK_FULL, "create event trigger full_disk on table_rewrite execute function disk_full()");
        assertThatThrownBy(() -> migrateTo("latest"))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("No space left on device");
        assertThat(strings("select name from investor order by id")).containsExactly("马", LONG, "John Smith", "已匿名");
        assertThat(strings("select max(version::int) from flyway_schema_history"))
                .containsExactly("39");
        execute("drop event trigger full_disk");
        migrateTo("latest");
        assertIsMigrated();
    }
}
