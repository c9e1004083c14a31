package io.redress.registration.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.OldDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migration of a database with texts from before texts were cleaned. */
class CleanTextsMigrationTest {

    private static final String ID = "0198c0de-0000-7000-8000-00000000000";

    private OldDatabase database;

    @BeforeEach
    void start() {
        database = new OldDatabase("22");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void platform(int n, String name) throws Exception {
        database.execute("""
                insert into platform (id, version, name, aliases, kind, stage, loss_formula, created_at)
                values ('%s%d', 0, '%s', '{}', 'ONLINE_LENDING', 'COLLAPSED', 'ALL_RETURNS_SET_OFF', now())
                """.formatted(ID, n, name));
    }

    @Test
    void the_migration_cleans_stored_texts_and_old_records_are_found() throws Exception {
        database.execute(
                "insert into area (code, name, level, valid_from) values ('445102', '某区', 'COUNTY', '2000-01-01')");
        platform(1, "某平台");
        database.execute("""
                insert into investor (id, version, kind, name, name_pinyin, name_initials, document_type, document_number,
                        document_index, area_code, elderly, hardship, created_at)
                    values ('%1$s1', 0, 'PERSON', '\u2FBC\u2F42欣', 'xin', 'x', 'OTHER', '', '', '445102', false, false, now());
                insert into registration (id, version, number, platform_id, investor_id, status, channel, received_at,
                        received_by, evidence_shown, notices_given, acted_as_salesperson, declared_principal,
                        declared_principal_repaid, declared_returns_paid, declared_net_loss, remark)
                    values ('%1$s1', 0, '1', '%1$s1', '%1$s1', 'RECEIVED', 'WINDOW', now(), '某人', '{}', '{}', false,
                        1, 0, 0, 1, E'一\\r\\n二\u202E');
                """.formatted(ID));
        database.migrate(new V024__texts_as_everybody_types_them());
        assertThat(database.rows("select name || ' ' || name_pinyin || ' ' || name_initials from investor"))
                .containsExactly("高文欣 gaowenxin gwx");
        assertThat(database.rows("select remark from registration")).containsExactly("一\n二");
    }

    @Test
    void platforms_that_would_get_the_same_name_are_not_changed() throws Exception {
        platform(1, "某平台");
        platform(2, "某平台\u200B");
        database.migrate(new V024__texts_as_everybody_types_them());
        assertThat(database.rows("select name from platform order by id")).containsExactly("某平台", "某平台\u200B");
    }
}
