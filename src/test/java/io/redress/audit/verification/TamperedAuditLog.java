package io.redress.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.Role;
import io.redress.audit.chain.Checkpoints;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.chain.PendingEntries;
import io.redress.audit.chain.SealingJob;
import io.redress.audit.verification.Fault.Kind;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.privacy.CryptoModule;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An audit log that is intact before each test and is restored after it, whatever the test changed in the tables. */
abstract class TamperedAuditLog {

    private static final int SEALS = 3;
    private static final int ENTRIES = 4;

    @Inject
    Event<DomainEvent> events;

    @Inject
    SealingJob sealing;

    @Inject
    PendingEntries unsealed;

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

    @ConfigProperty(name = "redress.audit.checkpoint")
    Path checkpoint;

    byte[] savedCheckpoint;

    /** Adds three seals of four entries at the end, and saves the whole audit log for the restore. */
    @BeforeEach
    void create_and_save_an_intact_audit_log() throws IOException, SQLException, InterruptedException {
        people.as(Role.AUDITOR, null);
        awaitQuiet();
        sealing.seal();
        for (var seal = 0; seal < SEALS; seal++) {
            audit(ENTRIES);
            sealing.seal();
        }
        assertThat(verify().fault()).isNull();
        savedCheckpoint = Files.readAllBytes(checkpoint);
        owner.execute(
                "drop schema if exists kept cascade",
                "create schema kept",
                "create table kept.entries as table audit_entry",
                "create table kept.seals as table audit_seal",
                "create table kept.pending as table audit_pending",
                "create table kept.head as table audit_head",
                "create table kept.genesis as table audit_genesis");
    }

    /** Waits, because the service writes refusals of earlier tests shortly after the response. */
    private void awaitQuiet() throws InterruptedException {
        var before = -1L;
        for (var entries = entries(); entries != before; entries = entries()) {
            before = entries;
            Thread.sleep(200);
        }
    }

    private long entries() {
        return Long.parseLong(
                refusals.query("select count(*)::text from audit_entry").get(0));
    }

    @AfterEach
    void restore_the_audit_log() throws IOException, SQLException {
        putBack();
        owner.execute("drop schema kept cascade");
        Files.write(checkpoint, savedCheckpoint);
        try (var connection = database.getConnection()) {
            unsealed.vanished(connection, Duration.ZERO);
        }
        assertThat(verify().fault()).isNull();
    }

    final void putBack() {
        behindItsBack(
                "truncate audit_entry, audit_seal, audit_pending, audit_head, audit_genesis",
                "insert into audit_entry select * from kept.entries",
                "insert into audit_seal select * from kept.seals",
                "insert into audit_pending select * from kept.pending",
                "insert into audit_head select * from kept.head",
                "insert into audit_genesis select * from kept.genesis");
    }

    final void audit(int entries) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < entries; i++) {
                events.fire(new AuditEvent(
                        "identity-revealed", "investor", UUID.randomUUID(), "CALL_BACK", Map.of("field", "phone")));
            }
        });
    }

    final void behindItsBack(String... statements) {
        switchTriggers("disable");
        try {
            owner.execute(statements);
        } finally {
            switchTriggers("enable");
        }
    }

    private void switchTriggers(String how) {
        owner.execute(
                "alter table audit_entry " + how + " trigger user",
                "alter table audit_seal " + how + " trigger user",
                "alter table audit_genesis " + how + " trigger user");
    }

    final ChainVerification.Result verify() throws SQLException {
        try (var connection = database.getConnection()) {
            return ChainVerification.of(
                    connection,
                    new EntryMac(module),
                    Checkpoints.at(checkpoint, Optional.empty()).read(),
                    null);
        }
    }

    final void assertFault(Kind kind, Long seal, UUID entry) throws SQLException {
        assertThat(verify().fault()).isEqualTo(new Fault(kind, seal, entry));
    }

    final long last() {
        return Long.parseLong(
                refusals.query("select max(number)::text from audit_seal").get(0));
    }

    /** The entry at this place of a seal, counted from 1. */
    final UUID entry(long seal, int place) {
        return UUID.fromString(refusals.query("select entries[?]::text from audit_seal where number = ?", place, seal)
                .get(0));
    }
}
