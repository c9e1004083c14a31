package io.redress.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.audit.CommandAuditLog;
import io.redress.audit.chain.Checkpoint;
import io.redress.audit.verification.Fault.Kind;
import io.redress.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The owner of the tables tampers with the end of the audit log; verification detects and reports it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TruncatedAuditLogTest extends TamperedAuditLog {

    @Test
    void deleting_the_last_seal_with_its_entries_is_detected() throws SQLException {
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
    void a_chain_head_rewritten_without_the_key_is_detected() throws SQLException {
        var seal = last();
        cutOff(seal);
        owner.execute("update audit_head set number = s.number, mac = s.mac from audit_seal s where s.number = "
                + (seal - 1));
        assertFault(Kind.HEAD_CHANGED, seal - 1, null);
    }

    @Test
    void restored_old_tables_are_detected_by_the_checkpoint() throws SQLException, IOException {
        audit(2);
        sealing.seal();
        var seal = last();
        putBack();
        assertFault(Kind.CUT_OFF, seal, null);
        // new entries follow, and the chain grows past the checkpoint along another branch
        for (var more = 0; more < 2; more++) {
            audit(2);
            sealing.seal();
        }
        assertFault(Kind.PUT_BACK, seal, null);
        Files.write(checkpoint, savedCheckpoint);
        assertThat(verify().fault()).isNull();
    }

    @Test
    void restored_old_tables_and_checkpoint_are_detected_by_a_noted_chain_head() throws SQLException, IOException {
        audit(2);
        sealing.seal();
        var noted = new Checkpoint(checkpoint).read().orElseThrow().toString();
        assertThat(command(noted)).startsWith("0 ");
        putBack();
        Files.write(checkpoint, savedCheckpoint);
        assertThat(command(null)).startsWith("0 ");
        assertThat(command(noted)).startsWith("1 ").contains("链尾被截断");
        audit(2);
        sealing.seal();
        assertThat(command(noted)).startsWith("1 ").contains("库外锚点不符");
        Files.write(checkpoint, savedCheckpoint);
    }

    @Test
    void a_changed_or_deleted_checkpoint_is_detected() throws SQLException, IOException {
        Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("number=\\d+", "number=1"));
        assertFault(Kind.ANCHOR_CHANGED, null, null);
        Files.writeString(checkpoint, "nothing");
        assertFault(Kind.ANCHOR_CHANGED, null, null);
        Files.delete(checkpoint);
        assertFault(Kind.ANCHOR_MISSING, null, null);
        assertThat(verify().isCheckpointed()).isFalse();
    }

    @Test
    void deleting_a_pending_entry_is_detected() throws SQLException {
        audit(1);
        var removed = pending();
        behindItsBack("delete from audit_entry where id = '%s'".formatted(removed));
        assertFault(Kind.ENTRY_REMOVED, null, removed);
    }

    private UUID pending() {
        return UUID.fromString(refusals.query("""
                        select p.entry_id::text from audit_pending p join audit_entry e on e.id = p.entry_id
                        where e.action = 'identity-revealed'""").get(0));
    }

    @Test
    void deleting_an_entry_from_the_queue_is_detected() throws SQLException {
        audit(1);
        var hidden = pending();
        owner.execute("delete from audit_pending where entry_id = '%s'".formatted(hidden));
        assertFault(Kind.ENTRY_ADDED, null, hidden);
    }

    @Test
    void deleting_a_pending_entry_and_its_queue_row_is_detected_by_the_sealing() throws SQLException {
        audit(1);
        var removed = pending();
        behindItsBack(
                "delete from audit_entry where id = '%s'".formatted(removed),
                "delete from audit_pending where entry_id = '%s'".formatted(removed));
        assertThat(verify().fault()).isNull();
        sealing.miss(Duration.ZERO);
        var next = last() + 1;
        sealing.seal();
        assertFault(Kind.ENTRY_VANISHED, next, removed);
    }

    @Test
    void pending_entries_and_entries_sealed_by_another_instance_are_not_reported_missing() throws SQLException {
        audit(2);
        try (var connection = database.getConnection()) {
            assertThat(unsealed.vanished(connection, Duration.ZERO)).isEmpty();
            var mine = unsealed.now();
            sealing.seal();
            unsealed.remember(List.of(entry(last(), 1)), mine);
            assertThat(unsealed.vanished(connection, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void the_endpoint_and_the_command_report_the_same_fault() throws SQLException {
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
    void the_service_seals_the_entry_of_a_command() throws SQLException {
        try (var connection = owner.connect()) {
            CommandAuditLog.write(connection, module, clock, "rotate-keys", Map.of("key", 2));
        }
        sealing.seal();
        assertThat(verify().fault()).isNull();
        assertThat(refusals.query("select details::text from audit_entry where action = 'rotate-keys'"))
                .containsExactly("{\"key\":2}");
    }

    private String command(String noted) throws SQLException {
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        var code = new VerifyAudit(database, module, checkpoint, Optional.empty(), noted, printer).run();
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
