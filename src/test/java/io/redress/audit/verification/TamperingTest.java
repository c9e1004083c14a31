package io.redress.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.verification.Fault.Kind;
import io.redress.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The owner of the tables changes entries and seals without the service; verification detects it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TamperingTest extends TamperedAuditLog {

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
    void an_edited_entry_is_detected_whatever_the_column(String column, String value) throws SQLException {
        var seal = last() - 1;
        var edited = entry(seal, 2);
        var sql = "update audit_entry set %s = %s where id = '%s'"
                .formatted(column, value == null ? "null" : value, edited);
        behindItsBack(sql);
        assertFault(Kind.ENTRY_CHANGED, seal, edited);
    }

    @Test
    void every_column_has_an_edit() {
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
    void a_deleted_entry_is_detected() throws SQLException {
        var seal = last() - 1;
        var deleted = entry(seal, 3);
        behindItsBack("delete from audit_entry where id = '%s'".formatted(deleted));
        assertFault(Kind.ENTRY_REMOVED, seal, deleted);
    }

    @Test
    void a_deleted_entry_that_is_also_removed_from_its_seal_is_detected() throws SQLException {
        var seal = last() - 1;
        var deleted = entry(seal, 3);
        behindItsBack(
                "delete from audit_entry where id = '%s'".formatted(deleted),
                "update audit_seal set entries = array_remove(entries, '%s') where number = %d"
                        .formatted(deleted, seal));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void an_inserted_entry_is_detected() throws SQLException {
        var inserted = UUID.randomUUID();
        behindItsBack(copy(entry(last(), 1), inserted));
        assertFault(Kind.ENTRY_ADDED, null, inserted);
    }

    @Test
    void an_inserted_entry_that_is_also_added_to_a_seal_is_detected() throws SQLException {
        var seal = last() - 1;
        var inserted = UUID.randomUUID();
        behindItsBack(
                copy(entry(seal, 1), inserted),
                "update audit_seal set entries = entries || '%s'::uuid where number = %d".formatted(inserted, seal));
        assertFault(Kind.ENTRY_CHANGED, seal, inserted);
    }

    @Test
    void an_inserted_entry_in_the_queue_is_detected() throws SQLException {
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
    void an_entry_sealed_a_second_time_is_detected() throws SQLException {
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
    void two_swapped_entries_are_detected() throws SQLException {
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
    void entries_reordered_in_their_seal_are_detected() throws SQLException {
        var seal = last() - 1;
        behindItsBack(
                ("update audit_seal set entries = array[entries[2], entries[1], entries[3], entries[4]] where number = "
                        + seal));
        assertFault(Kind.ENTRIES_REORDERED, seal, null);
    }

    @Test
    void two_entries_swapped_between_seals_are_detected() throws SQLException {
        var seal = last() - 1;
        var one = entry(seal, 4);
        var other = entry(seal + 1, 1);
        behindItsBack(
                "update audit_seal set entries[4] = '%s' where number = %d".formatted(other, seal),
                "update audit_seal set entries[1] = '%s' where number = %d".formatted(one, seal + 1));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void two_swapped_seals_are_detected() throws SQLException {
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
    void an_edited_seal_is_detected(String column, String value) throws SQLException {
        var seal = last() - 1;
        behindItsBack("update audit_seal set %s = %s where number = %d".formatted(column, value, seal));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }

    @Test
    void a_deleted_seal_with_its_entries_is_detected() throws SQLException {
        var seal = last() - 1;
        behindItsBack(
                "delete from audit_entry where id in (select unnest(entries) from audit_seal where number = %d)"
                        .formatted(seal),
                "delete from audit_seal where number = " + seal);
        assertFault(Kind.SEAL_REMOVED, seal, null);
    }

    @Test
    void a_forged_seal_after_the_last_is_detected() throws SQLException {
        var seal = last() + 1;
        behindItsBack(
                "insert into audit_seal select number + 1, sealed_at, entries, mac from audit_seal where number = "
                        + (seal - 1));
        assertFault(Kind.SEAL_CHANGED, seal, null);
    }
}
