package io.redress.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.audit.chain.ChainHead;
import io.redress.audit.chain.Checkpoint;
import io.redress.audit.chain.CheckpointKeeper;
import io.redress.audit.chain.Checkpoints;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.chain.Genesis;
import io.redress.audit.chain.Sealer;
import io.redress.audit.verification.Fault.Kind;
import io.redress.common.database.Sql;
import io.redress.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If the audit log and all evidence of it are deleted while the service runs, it is not intact. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EmptiedAuditLogTest extends TamperedAuditLog {

    @TempDir
    Path drive;

    private void empty(String... more) throws IOException {
        behindItsBack(
                "truncate audit_entry, audit_seal, audit_pending",
                "update audit_head set number = 0, mac = '', proof = ''");
        behindItsBack(more);
        Files.delete(checkpoint);
    }

    private boolean isIntactByEndpoint() {
        return people.as(Role.AUDITOR, null)
                .post("/api/v1/audit-verifications")
                .then()
                .statusCode(200)
                .extract()
                .path("intact");
    }

    private String command(Optional<Path> second) throws SQLException {
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        var code = new VerifyAudit(database, module, checkpoint, second, null, printer).run();
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void emptied_tables_with_a_reset_chain_head_and_no_checkpoint_are_detected() throws SQLException, IOException {
        empty();
        assertFault(Kind.HEAD_CHANGED, 0L, null);
        assertThat(command(Optional.empty())).startsWith("1 ").contains("已被篡改");
        assertThat(isIntactByEndpoint()).isFalse();
    }

    @Test
    void the_running_service_writes_a_deleted_checkpoint_again_and_records_it() throws SQLException, IOException {
        var before = new Checkpoint(checkpoint).read().orElseThrow();
        empty();
        sealing.run();
        assertThat(new Checkpoint(checkpoint).read().orElseThrow().isAt(before)).isTrue();
        assertThat(refusals.query("select action from audit_entry where action = 'audit-anchor-vanished'"))
                .hasSize(1);
        assertThat(isIntactByEndpoint()).isFalse();
    }

    @Test
    void a_deleted_or_forged_genesis_is_detected() throws SQLException, IOException {
        empty("truncate audit_genesis");
        assertFault(Kind.GENESIS_CHANGED, null, null);
        behindItsBack("insert into audit_genesis (database, begun_at, number, mac, proof)"
                + " values (gen_random_uuid(), now(), 0, '', '\\x00')");
        assertFault(Kind.GENESIS_CHANGED, null, null);
        assertThat(isIntactByEndpoint()).isFalse();
    }

    @Test
    void a_database_reset_to_its_first_day_is_detected_by_the_running_service() throws SQLException, IOException {
        var proofs = new EntryMac(module);
        try (var connection = owner.connect()) {
            var genesis = Genesis.read(connection).orElseThrow();
            empty();
            ChainHead.of(0, genesis.first(), proofs).write(connection);
        }
        assertFault(Kind.ANCHOR_MISSING, null, null);
        audit(2);
        sealing.run();
        assertThat(verify().fault().kind()).isIn(Kind.CUT_OFF, Kind.PUT_BACK);
    }

    @Test
    void an_intact_audit_log_without_a_checkpoint_is_not_reported_as_intact() throws SQLException, IOException {
        Files.delete(checkpoint);
        assertFault(Kind.ANCHOR_MISSING, null, null);
        assertThat(command(Optional.empty())).startsWith("1 ").contains("没有库外锚点");
    }

    @Test
    void a_second_checkpoint_is_used_when_the_first_is_deleted() throws SQLException, IOException {
        var second = drive.resolve("audit-head");
        var two = new CheckpointKeeper(
                Checkpoints.at(checkpoint, Optional.of(second)), Optional.of(second), new Sql(database), events);
        audit(1);
        var sealed = new Sealer(new Sql(database), module, clock).sealNext().orElseThrow();
        two.move(sealed);
        assertThat(new Checkpoint(second).read().orElseThrow().isAt(sealed.to()))
                .isTrue();
        Files.delete(checkpoint);
        assertThat(command(Optional.of(second))).startsWith("0 ");
        behindItsBack("delete from audit_seal where number = " + sealed.to().number());
        assertThat(command(Optional.of(second))).startsWith("1 ");
    }

    @Test
    void a_missing_drive_is_not_created_and_gets_the_next_checkpoint_when_it_is_back()
            throws SQLException, IOException {
        var mount = drive.resolve("not plugged in");
        var second = mount.resolve("audit-head");
        var two = new CheckpointKeeper(
                Checkpoints.at(checkpoint, Optional.of(second)), Optional.of(second), new Sql(database), events);
        audit(1);
        var sealer = new Sealer(new Sql(database), module, clock);
        two.move(sealer.sealNext().orElseThrow());
        assertThat(mount).doesNotExist();
        Files.createDirectory(mount);
        audit(1);
        var sealed = sealer.sealNext().orElseThrow();
        two.move(sealed);
        assertThat(new Checkpoint(second).read().orElseThrow().isAt(sealed.to()))
                .isTrue();
        assertThat(List.of(checkpoint, second)).allMatch(Files::exists);
    }
}
