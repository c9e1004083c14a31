package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.audit.Fault.Kind;
import io.redress.common.event.DomainEvent;
import io.redress.common.event.Witnessed;
import io.redress.privacy.CryptoModule;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the tables changes the trail behind the service's back, and is found out. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TamperingTest {

    private static final int SEALS = 3;
    private static final int ENTRIES = 4;

    @Inject
    Event<DomainEvent> events;

    @Inject
    SealingJob sealing;

    @Inject
    Unsealed unsealed;

    @Inject
    AgroalDataSource database;

    @Inject
    CryptoModule module;

    @Inject
    Owner owner;

    @Inject
    People people;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    @ConfigProperty(name = "redress.audit.anchor")
    Path anchor;

    private byte[] anchored;

    /** Three seals of four entries at the end of whatever there is, and all of it kept to be put back. */
    @BeforeEach
    void a_trail_that_is_intact() throws IOException, SQLException {
        people.as(Role.AUDITOR, null);
        sealing.seal();
        for (var seal = 0; seal < SEALS; seal++) {
            witness(ENTRIES);
            sealing.seal();
        }
        assertThat(verify().fault()).isNull();
        anchored = Files.readAllBytes(anchor);
        owner.execute(
                "create schema kept",
                "create table kept.entries as table audit_entry",
                "create table kept.seals as table audit_seal",
                "create table kept.pending as table audit_pending",
                "create table kept.head as table audit_head");
    }

    @AfterEach
    void put_everything_back() throws IOException, SQLException {
        putBack();
        owner.execute("drop schema kept cascade");
        Files.write(anchor, anchored);
        try (var connection = database.getConnection()) {
            unsealed.vanished(connection, Duration.ZERO);
        }
        assertThat(verify().fault()).isNull();
    }

    private void putBack() {
        behindItsBack(
                "truncate audit_entry, audit_seal, audit_pending, audit_head",
                "insert into audit_entry select * from kept.entries",
                "insert into audit_seal select * from kept.seals",
                "insert into audit_pending select * from kept.pending",
                "insert into audit_head select * from kept.head");
    }

    private void witness(int entries) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < entries; i++) {
                events.fire(new Witnessed(
                        "identity-revealed", "investor", UUID.randomUUID(), "CALL_BACK", Map.of("field", "phone")));
            }
        });
    }

    private void behindItsBack(String... statements) {
        owner.execute("alter table audit_entry disable trigger user", "alter table audit_seal disable trigger user");
        try {
            owner.execute(statements);
        } finally {
            owner.execute("alter table audit_entry enable trigger user", "alter table audit_seal enable trigger user");
        }
    }

    private Verification.Result verify() throws SQLException {
        try (var connection = database.getConnection()) {
            return Verification.of(
                    connection, new Proofs(module), new Anchor(anchor).read().orElse(null), null);
        }
    }

    private void assertFault(Kind kind, Long seal, UUID entry) throws SQLException {
        assertThat(verify().fault()).isEqualTo(new Fault(kind, seal, entry));
    }

    private long last() {
        return Long.parseLong(
                refusals.query("select max(number)::text from audit_seal").get(0));
    }

    /** An entry of a seal, counted from 1. */
    private UUID entry(long seal, int place) {
        return UUID.fromString(refusals.query("select entries[?]::text from audit_seal where number = ?", place, seal)
                .get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "occurred_at | occurred_at + interval '1 microsecond'",
                "account_id | gen_random_uuid()",
                "actor | 'somebody else'",
                "address | '10.0.0.1'",
                "request_id | gen_random_uuid()",
                "action | 'identity-hidden'",
                "outcome | 'REFUSED'",
                "effect | 'CHANGED'",
                "record_type | 'registration'",
                "record_id | gen_random_uuid()::text",
                "purpose | 'CORRECTION'",
                "purpose | null",
                "changes | '{}'",
                "details | '{\"field\": \"phone\"}'",
                "details | null",
                "mac | decode(repeat('00', 32), 'hex')",
            })
    void an_edited_entry_whatever_was_edited(String column, String value) throws SQLException {
        var seal = last() - 1;
        var edited = entry(seal, 2);
        var sql = "update audit_entry set %s = %s where id = '%s'"
                .formatted(column, value == null ? "null" : value, edited);
        behindItsBack(sql);
        assertFault(Kind.ENTRY_CHANGED, seal, edited);
    }

    @Test
    void every_column_is_in_the_table_of_edits() {
        assertThat(refusals.query(
                        "select column_name from information_schema.columns where table_name = 'audit_entry'"))
                .containsExactlyInAnyOrder(
                        "id",
                        "occurred_at",
                        "account_id",
                        "actor",
                        "address",
                        "request_id",
                        "action",
                        "outcome",
                        "effect",
                        "record_type",
                        "record_id",
                        "purpose",
                        "changes",
                        "details",
                        "mac");
    }

    @Test
    void a_deleted_entry() throws SQLException {
        var seal = last() - 1;
        var deleted = entry(seal, 3);
        behindItsBack("delete from audit_entry where id = '%s'".formatted(deleted));
        assertFault(Kind.ENTRY_REMOVED, seal, deleted);
    }

    @Test
    void a_deleted_entry_that_its_seal_no_longer_names() throws SQLException {
        var seal = last() - 1;
        var deleted = entry(seal, 3);
        behindItsBack(
                "delete from audit_entry where id = '%s'".formatted(deleted),
                "update audit_seal set entries = array_remove(entries, '%s') where number = %d"
                        .formatted(deleted, seal));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void an_inserted_entry() throws SQLException {
        var inserted = UUID.randomUUID();
        behindItsBack(copy(entry(last(), 1), inserted));
        assertFault(Kind.ENTRY_ADDED, null, inserted);
    }

    @Test
    void an_inserted_entry_that_a_seal_is_made_to_name() throws SQLException {
        var seal = last() - 1;
        var inserted = UUID.randomUUID();
        behindItsBack(
                copy(entry(seal, 1), inserted),
                "update audit_seal set entries = entries || '%s'::uuid where number = %d".formatted(inserted, seal));
        assertFault(Kind.ENTRY_CHANGED, seal, inserted);
    }

    @Test
    void an_inserted_entry_put_up_for_sealing() throws SQLException {
        var inserted = UUID.randomUUID();
        behindItsBack(
                copy(entry(last(), 1), inserted),
                "insert into audit_pending select id, mac from audit_entry where id = '%s'".formatted(inserted));
        assertFault(Kind.ENTRY_CHANGED, null, inserted);
        var next = last() + 1;
        sealing.seal();
        assertFault(Kind.ENTRY_CHANGED, next, inserted);
    }

    @Test
    void a_genuine_entry_sealed_a_second_time() throws SQLException {
        var twice = entry(last(), 1);
        behindItsBack("insert into audit_pending select id, mac from audit_entry where id = '%s'".formatted(twice));
        sealing.seal();
        assertFault(Kind.ENTRY_SEALED_TWICE, null, twice);
    }

    private static String copy(UUID from, UUID to) {
        return "insert into audit_entry (%1$s, mac) select '%2$s', %3$s, mac from audit_entry where id = '%4$s'"
                .formatted(AuditEntry.COLUMNS, to, AuditEntry.COLUMNS.replaceFirst("id, ", ""), from);
    }

    @Test
    void two_entries_that_changed_places() throws SQLException {
        var seal = last();
        var one = entry(seal, 1);
        var other = entry(seal, 4);
        var between = UUID.randomUUID();
        behindItsBack(renamed(one, between), renamed(other, one), renamed(between, other));
        assertFault(Kind.ENTRY_CHANGED, seal, one);
    }

    private static String renamed(UUID from, UUID to) {
        return "update audit_entry set id = '%s' where id = '%s'".formatted(to, from);
    }

    @Test
    void entries_reordered_in_their_seal() throws SQLException {
        var seal = last() - 1;
        behindItsBack(
                ("update audit_seal set entries = array[entries[2], entries[1], entries[3], entries[4]] where number = "
                        + seal));
        assertFault(Kind.ENTRIES_REORDERED, seal, null);
    }

    @Test
    void two_entries_moved_to_each_others_seals() throws SQLException {
        var seal = last() - 1;
        var one = entry(seal, 4);
        var other = entry(seal + 1, 1);
        behindItsBack(
                "update audit_seal set entries[4] = '%s' where number = %d".formatted(other, seal),
                "update audit_seal set entries[1] = '%s' where number = %d".formatted(one, seal + 1));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void two_seals_that_changed_places() throws SQLException {
        var seal = last() - 1;
        behindItsBack(
                "update audit_seal set number = -1 where number = " + seal,
                "update audit_seal set number = %d where number = %d".formatted(seal, seal + 1),
                "update audit_seal set number = %d where number = -1".formatted(seal + 1));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sealed_at | sealed_at + interval '1 second'",
                "mac | decode(repeat('00', 32), 'hex')",
            })
    void an_edited_seal(String column, String value) throws SQLException {
        var seal = last() - 1;
        behindItsBack("update audit_seal set %s = %s where number = %d".formatted(column, value, seal));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void a_deleted_seal_with_its_entries() throws SQLException {
        var seal = last() - 1;
        behindItsBack(
                "delete from audit_entry where id in (select unnest(entries) from audit_seal where number = %d)"
                        .formatted(seal),
                "delete from audit_seal where number = " + seal);
        assertFault(Kind.SEAL_REMOVED, seal, null);
    }

    @Test
    void an_invented_seal_after_the_last() throws SQLException {
        var seal = last() + 1;
        behindItsBack(
                "insert into audit_seal select number + 1, sealed_at, entries, mac from audit_seal where number = "
                        + (seal - 1));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void an_end_cut_off_with_its_entries() throws SQLException {
        var seal = last();
        cutOff(seal);
        assertFault(Kind.CUT_OFF, seal, null);
    }

    private void cutOff(long seal) {
        behindItsBack(
                "delete from audit_entry where id in (select unnest(entries) from audit_seal where number >= %d)"
                        .formatted(seal),
                "delete from audit_seal where number >= " + seal);
    }

    @Test
    void an_end_cut_off_with_a_head_reckoned_without_the_key() throws SQLException {
        var seal = last();
        cutOff(seal);
        owner.execute("update audit_head set number = s.number, mac = s.mac from audit_seal s where s.number = "
                + (seal - 1));
        assertFault(Kind.HEAD_CHANGED, seal - 1, null);
    }

    @Test
    void yesterdays_tables_put_back_whole_against_the_anchor() throws SQLException, IOException {
        witness(2);
        sealing.seal();
        var seal = last();
        putBack();
        assertFault(Kind.CUT_OFF, seal, null);
        // life goes on, and the chain grows past the anchor along another branch
        for (var more = 0; more < 2; more++) {
            witness(2);
            sealing.seal();
        }
        assertFault(Kind.PUT_BACK, seal, null);
        Files.write(anchor, anchored);
        assertThat(verify().fault()).isNull();
    }

    @Test
    void yesterdays_tables_put_back_with_yesterdays_anchor_against_a_head_noted_elsewhere()
            throws SQLException, IOException {
        witness(2);
        sealing.seal();
        var noted = new Anchor(anchor).read().orElseThrow().toString();
        assertThat(command(noted)).startsWith("0 ");
        putBack();
        Files.write(anchor, anchored);
        assertThat(command(null)).startsWith("0 ");
        assertThat(command(noted)).startsWith("1 ").contains("链尾被截断");
        witness(2);
        sealing.seal();
        assertThat(command(noted)).startsWith("1 ").contains("库外锚点不符");
        Files.write(anchor, anchored);
    }

    @Test
    void an_anchor_that_somebody_wrote() throws SQLException, IOException {
        Files.writeString(anchor, Files.readString(anchor).replaceFirst("number=\\d+", "number=1"));
        assertFault(Kind.ANCHOR_CHANGED, null, null);
        Files.writeString(anchor, "nothing");
        assertFault(Kind.ANCHOR_CHANGED, null, null);
        Files.delete(anchor);
        assertThat(verify().fault()).isNull();
        assertThat(verify().isAnchored()).isFalse();
    }

    @Test
    void an_entry_removed_before_it_was_sealed() throws SQLException {
        witness(1);
        var removed = pending();
        behindItsBack("delete from audit_entry where id = '%s'".formatted(removed));
        assertFault(Kind.ENTRY_REMOVED, null, removed);
    }

    private UUID pending() {
        return UUID.fromString(
                refusals.query("select entry_id::text from audit_pending").get(0));
    }

    @Test
    void an_entry_taken_out_of_the_queue() throws SQLException {
        witness(1);
        var hidden = pending();
        owner.execute("delete from audit_pending");
        assertFault(Kind.ENTRY_ADDED, null, hidden);
    }

    @Test
    void an_entry_removed_before_it_was_sealed_and_from_the_queue_too() throws SQLException {
        witness(1);
        var removed = pending();
        behindItsBack("delete from audit_entry where id = '%s'".formatted(removed), "delete from audit_pending");
        assertThat(verify().fault()).isNull();
        sealing.miss(Duration.ZERO);
        var next = last() + 1;
        sealing.seal();
        assertFault(Kind.ENTRY_VANISHED, next, removed);
    }

    @Test
    void nothing_is_missed_that_is_waiting_or_was_sealed_by_another_instance() throws SQLException {
        witness(2);
        try (var connection = database.getConnection()) {
            assertThat(unsealed.vanished(connection, Duration.ZERO)).isEmpty();
            var mine = unsealed.now();
            sealing.seal();
            unsealed.remember(List.of(entry(last(), 1)), mine);
            assertThat(unsealed.vanished(connection, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void the_endpoint_and_the_command_say_the_same() throws SQLException {
        var seal = last() - 1;
        var edited = entry(seal, 2);
        assertThat(command(null)).startsWith("0 ").contains("完整", "intact");
        behindItsBack("update audit_entry set actor = 'x' where id = '%s'".formatted(edited));
        assertThat(command(null))
                .startsWith("1 ")
                .contains("已被篡改", "tampered with", edited.toString(), "第 " + seal + " 环", "条目被改动");
        var answer = people.as(Role.AUDITOR, null)
                .post("/api/v1/audit-verifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getBoolean("intact")).isFalse();
        assertThat(answer.getString("fault.kind")).isEqualTo("ENTRY_CHANGED");
        assertThat(answer.getString("fault.entryId")).isEqualTo(edited.toString());
        assertThat(answer.getLong("fault.seal")).isEqualTo(seal);
    }

    @Test
    void what_a_command_did_is_sealed_by_the_service() throws SQLException {
        try (var connection = owner.connect()) {
            CommandTrail.write(connection, module, clock, "rotate-keys", Map.of("key", 2));
        }
        sealing.seal();
        assertThat(verify().fault()).isNull();
        assertThat(refusals.query("select details::text from audit_entry where action = 'rotate-keys'"))
                .containsExactly("{\"key\":2}");
    }

    private String command(String noted) throws SQLException {
        var out = new ByteArrayOutputStream();
        var code = new VerifyAudit(database, module, anchor, noted, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run();
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
