package io.redress.bulletin.file;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.common.text.Digests;
import io.redress.testing.Auditing;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An attacker with the rights of the database owner but no key: verification reports what was not signed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class ForgedBulletinTest {

    /** Append-only tables of the service, with the column that names the bulletin. */
    private static final Map<String, String> KEPT = Map.of(
            "bulletin", "id",
            "bulletin_file", "bulletin_id",
            "bulletin_section", "bulletin_id",
            "bulletin_step", "bulletin_id",
            "audit_entry", "record_id");

    private static final String COLUMNS =
            "platform_id, week_id, week_ends_on, status, title, corrects_id, year, number, issued_on, digest, version";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    Auditing auditing;

    @Inject
    Owner owner;

    private static String id;
    private static String other;
    private static String elsewhere;

    /** Signed once and restored after each test, because signing is slow. */
    @BeforeEach
    void twoIssuedBulletins() {
        if (id == null) {
            var platform = register.platform();
            register.register(platform);
            id = issued(platform);
            other = issued(platform);
            elsewhere = register.platform();
            weeks.close(weeks.next());
        }
        KEPT.forEach((table, key) -> owner.execute(
                "drop table if exists kept_" + table,
                "create table kept_" + table + " as select * from " + table + " where " + key + "::text like '" + id
                        + "%'"));
    }

    private String issued(String platform) {
        var week = weeks.next();
        weeks.close(week);
        var bulletin = bulletins.draft(platform, week);
        bulletins.issue(bulletin);
        return bulletin;
    }

    /** The audit log is shared, so it is restored for the other tests. */
    @AfterEach
    void everythingIsPutBack() {
        var parts = List.of("bulletin_file", "bulletin_section", "bulletin_step");
        behindItsBack(Stream.concat(
                        parts.stream().map(table -> "delete from " + table + " where bulletin_id = '%s'"),
                        Stream.of(
                                "update bulletin b set (" + COLUMNS + ") = (select " + COLUMNS + " from kept_bulletin)"
                                        + " where id = '%s'",
                                "delete from audit_entry where id in (select id from kept_audit_entry)"))
                .toArray(String[]::new));
        behindItsBack(Stream.concat(parts.stream(), Stream.of("audit_entry"))
                .map(table -> "insert into " + table + " select * from kept_" + table)
                .toArray(String[]::new));
        KEPT.keySet().forEach(table -> owner.execute("drop table kept_" + table));
    }

    private void behindItsBack(String... statements) {
        var all = new ArrayList<String>();
        KEPT.keySet().forEach(table -> all.add("alter table " + table + " disable trigger user"));
        Stream.of(statements).map(sql -> sql.formatted(id, other, elsewhere)).forEach(all::add);
        KEPT.keySet().forEach(table -> all.add("alter table " + table + " enable trigger user"));
        owner.execute(all.toArray(String[]::new));
    }

    private ValidatableResponse verified() {
        return verified(id);
    }

    private ValidatableResponse verified(String bulletin) {
        return people.chief()
                .get(BULLETINS + "/" + bulletin + "/verification")
                .then()
                .statusCode(200);
    }

    @Test
    void an_unchanged_bulletin_is_proven_by_the_audit_log() {
        verified()
                .body("intact", equalTo(true))
                .body("proof", equalTo("PROVEN"))
                .body("recordAgrees", equalTo(true))
                .body("files", hasSize(BulletinFormat.values().length))
                .body("files.proven", everyItem(equalTo(true)));
    }

    @Test
    void signing_records_the_number_and_all_digests_in_the_audit_log() {
        var digest = people.clerk().get(BULLETINS + "/" + id).<String>path("digest");
        var signed = auditing.of(id).stream()
                .filter(entry -> entry.change("digest") != null)
                .findFirst()
                .orElseThrow();
        assertThat(signed.change("digest")).endsWith(" → " + digest);
        assertThat(signed.change("number")).endsWith(" → 1");
        for (var format : BulletinFormat.values()) {
            assertThat(auditing.of(id + "/" + format))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.change("sha256")).matches("null → [0-9a-f]{64}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PDF", "DOCX", "JSON"})
    void a_row_that_points_to_the_file_of_another_bulletin_is_detected(String format) {
        behindItsBack(("update bulletin_file set sha256 = (select sha256 from bulletin_file where bulletin_id = '%2$s'"
                        + " and format = 'F') where bulletin_id = '%1$s' and format = 'F'")
                .replace("'F'", "'" + format + "'"));
        verified()
                .body("intact", equalTo(false))
                .body("proof", equalTo("CONTRADICTED"))
                .body("files.find { it.format == '" + format + "' }.intact", equalTo(false))
                .body("files.find { it.format == '" + format + "' }.proven", equalTo(false))
                .body("files.find { it.format == 'XLSX' }.intact", equalTo(true));
    }

    @Test
    void content_changed_together_with_both_digests_is_detected() {
        var json = people.clerk().get(BULLETINS + "/" + id + ".json").asString();
        var title = people.clerk().get(BULLETINS + "/" + id).<String>path("title");
        var forged = json.replace(title, "伪造的标题").getBytes(StandardCharsets.UTF_8);
        var digest = Digests.sha256(forged);
        behindItsBack(
                "insert into stored_file values ('" + digest + "', 'application/json', " + forged.length + ", '\\x"
                        + HexFormat.of().formatHex(forged) + "', now())",
                "update bulletin_file set sha256 = '" + digest + "' where bulletin_id = '%s' and format = 'JSON'",
                "update bulletin set digest = '" + digest + "', title = '伪造的标题' where id = '%s'");
        verified()
                .body("intact", equalTo(false))
                .body("proof", equalTo("CONTRADICTED"))
                .body("files.find { it.format == 'JSON' }.intact", equalTo(false))
                .body("figuresAgree", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number = 77",
                "year = year - 1",
                "issued_on = issued_on - 1",
                "week_ends_on = week_ends_on + 7",
                "week_id = (select id from reporting_week order by ends_on desc limit 1)",
                "platform_id = '%3$s'",
                "corrects_id = '%2$s'",
                "status = 'VOID'"
            })
    void a_changed_identifying_column_is_detected(String change) {
        behindItsBack("update bulletin set " + change + " where id = '%1$s'");
        verified().body("intact", equalTo(false)).body("proof", equalTo("CONTRADICTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bulletin set title = '伪造' where id = '%s'",
                "update bulletin_section set body = '伪造' where bulletin_id = '%s' and position = 0",
                "delete from bulletin_section where bulletin_id = '%s' and position = 0",
                "delete from bulletin_step where bulletin_id = '%s' and position = 1",
                "delete from bulletin_step where bulletin_id = '%s' and action = 'ISSUED'",
                "update bulletin_step set taken_by = '伪造' where bulletin_id = '%s' and action = 'ISSUED'"
            })
    void a_shown_value_that_differs_from_the_signed_one_is_detected(String sql) {
        behindItsBack(sql);
        verified().body("intact", equalTo(false)).body("recordAgrees", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PDF", "JSON"})
    void a_deleted_file_row_is_detected(String format) {
        behindItsBack("delete from bulletin_file where bulletin_id = '%s' and format = '" + format + "'");
        verified()
                .body("intact", equalTo(false))
                .body("proof", equalTo("CONTRADICTED"))
                .body("files.find { it.format == '" + format + "' }.sha256Now", nullValue())
                .body("files.find { it.format == '" + format + "' }.intact", equalTo(false));
    }

    @Test
    void a_file_without_an_audit_entry_is_detected() {
        behindItsBack("delete from audit_entry where record_id = '%s/CSV'");
        verified()
                .body("intact", equalTo(false))
                .body("proof", equalTo("CONTRADICTED"))
                .body("files.find { it.format == 'CSV' }.proven", equalTo(false));
    }

    @Test
    void without_the_audit_entry_of_the_signature_the_bulletin_is_reported_as_unproven() {
        behindItsBack("delete from audit_entry where record_id like '%s%%'");
        verified()
                .body("intact", equalTo(false))
                .body("proof", equalTo("NONE"))
                .body("files.intact", everyItem(equalTo(true)))
                .body("files.proven", everyItem(equalTo(false)))
                .body("figuresAgree", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record_id = '%s' and changes::text like '%%digest%%' | changes = replace(changes::text, '[null,1]', '[null,7]')::json",
                "record_id = '%s/PDF' | changes = replace(changes::text, 'a', 'b')::json",
                "record_id = '%s/PDF' | mac = '\\x00'",
                "record_id = '%s' | outcome = 'FORGED'",
                "record_id = '%s' | account_id = gen_random_uuid()"
            })
    void a_changed_audit_entry_is_no_proof(String which, String change) {
        behindItsBack("update audit_entry set " + change + " where " + which);
        verified().body("intact", equalTo(false)).body("proof", equalTo("CONTRADICTED"));
    }

    @Test
    void forged_content_of_any_form_is_reported_and_causes_no_error() {
        for (var forged : List.of("{}", "null", "[1", "{\"sections\": [null], \"tables\": [], \"figures\": []}")) {
            var bytes = forged.getBytes(StandardCharsets.UTF_8);
            behindItsBack(
                    "insert into stored_file values ('" + Digests.sha256(bytes) + "', 'application/json', "
                            + bytes.length + ", '\\x" + HexFormat.of().formatHex(bytes)
                            + "', now()) on conflict do nothing",
                    "update bulletin_file set sha256 = '" + Digests.sha256(bytes)
                            + "' where bulletin_id = '%s' and format = 'JSON'");
            verified().body("intact", equalTo(false)).body("figuresAgree", equalTo(false));
        }
    }

    @Test
    void a_voided_bulletin_is_still_proven_and_marked_as_void() {
        var voided = issued(register.platform());
        bulletins
                .step(people.director(), voided, "void", Map.of("reason", "错发"))
                .statusCode(200);
        verified(voided).body("intact", equalTo(true));
        behindItsBack("update bulletin set status = 'ISSUED' where id = '" + voided + "'");
        verified(voided).body("intact", equalTo(false)).body("proof", equalTo("CONTRADICTED"));
    }
}
