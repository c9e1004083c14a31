package io.redress.audit.verification;

import io.redress.audit.chain.ChainHead;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.chain.Genesis;
import io.redress.audit.chain.Seal;
import io.redress.audit.chain.SealingJob;
import io.redress.audit.verification.ChainReader.Kept;
import io.redress.audit.verification.ChainReader.Link;
import io.redress.audit.verification.Fault.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Verifies the chain from its genesis to its head and the checkpoints, in one snapshot and with a few seals in memory at a
 * time. It stops at the first fault.
 */
public final class ChainVerification {

    private final Connection connection;
    private final ChainReader chain;
    private final EntryMac proofs;
    private final List<ChainHead> checkpoints;

    /** Heads noted outside the database; the chain has to contain each of them. */
    private final List<ChainHead> noted;

    private long entries;
    private long pending;
    private long last;
    private byte[] lastMac = {};

    private ChainVerification(
            Connection connection, EntryMac proofs, List<ChainHead> checkpoints, ChainHead elsewhere) {
        this.connection = connection;
        this.chain = new ChainReader(connection);
        this.proofs = proofs;
        this.checkpoints = checkpoints;
        this.noted = Stream.concat(
                        checkpoints.stream().filter(head -> head.isGenuine(proofs)), Stream.ofNullable(elsewhere))
                .toList();
    }

    /**
     * The result of a verification.
     *
     * @param fault null when the trail is intact
     * @param pending recent entries that are not sealed yet
     * @param isCheckpointed whether there was a checkpoint to compare the chain with
     */
    public record Result(Fault fault, ChainHead head, long entries, long pending, boolean isCheckpointed) {

        public boolean isIntact() {
            return fault == null;
        }
    }

    private static final class Found extends Exception {

        private final transient Fault fault;

        Found(Kind kind, Long seal, UUID entry) {
            super(kind.name(), null, false, false);
            this.fault = new Fault(kind, seal, entry);
        }
    }

    /**
     * Verifies in a transaction of its own.
     *
     * @param checkpoints as they were before the snapshot; empty without a checkpoint
     * @param elsewhere a head that an operator noted, for instance from the log; null for none
     */
    public static Result of(Connection connection, EntryMac proofs, List<ChainHead> checkpoints, ChainHead elsewhere)
            throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            // // A trail of several years takes longer than the statement timeout for requests.
            statement.execute("set local statement_timeout = 0");
            return new ChainVerification(connection, proofs, checkpoints, elsewhere).walk();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Result walk() throws SQLException {
        Fault fault = null;
        try {
            var genesis = begin();
            walkSeals(genesis);
            holdAgainstHead();
            holdAgainstNoted();
            walkPending();
            lookOutside();
        } catch (Found e) {
            fault = e.fault;
        }
        return new Result(fault, ChainHead.of(last, lastMac, proofs), entries, pending, !checkpoints.isEmpty());
    }

    private Genesis begin() throws SQLException, Found {
        var genesis = Genesis.read(connection)
                .filter(begun -> begun.isGenuine(proofs))
                .orElseThrow(() -> new Found(Kind.GENESIS_CHANGED, null, null));
        lastMac = genesis.first();
        return genesis;
    }

    private void walkSeals(Genesis genesis) throws SQLException, Found {
        for (var links = chain.linksAfter(last); !links.isEmpty(); links = chain.linksAfter(last)) {
            var kept = chain.entriesOf(links.stream()
                    .flatMap(link -> link.seal().entries().stream())
                    .toList());
            for (var link : links) {
                check(link, kept);
                if (last == genesis.number() && !Arrays.equals(lastMac, genesis.mac())) {
                    throw new Found(Kind.PUT_BACK, last, null);
                }
            }
        }
        if (last < genesis.number()) {
            throw new Found(Kind.CUT_OFF, last + 1, null);
        }
    }

    private void check(Link link, Map<UUID, Kept> kept) throws Found {
        var seal = link.seal();
        if (seal.number() != last + 1) {
            throw new Found(Kind.SEAL_REMOVED, last + 1, null);
        }
        var macs = new ArrayList<byte[]>();
        for (var id : seal.entries()) {
            macs.add(check(seal, id, kept.get(id)));
        }
        if (!Arrays.equals(link.mac(), proofs.of(seal, lastMac, macs))) {
            throw new Found(isOrdered(seal) ? Kind.SEAL_CHANGED : Kind.ENTRIES_REORDERED, seal.number(), null);
        }
        entries += macs.size();
        last = seal.number();
        lastMac = link.mac();
        for (var head : noted) {
            if (head.number() == last && !Arrays.equals(head.mac(), lastMac)) {
                throw new Found(Kind.PUT_BACK, last, null);
            }
        }
    }

    private byte[] check(Seal seal, UUID id, Kept kept) throws Found {
        var number = seal == null ? null : seal.number();
        if (kept == null) {
            throw new Found(Kind.ENTRY_REMOVED, number, id);
        }
        if (!Arrays.equals(kept.mac(), proofs.of(kept.entry()))) {
            throw new Found(Kind.ENTRY_CHANGED, number, id);
        }
        if (kept.entry().action().equals(SealingJob.VANISHED)) {
            throw new Found(Kind.ENTRY_VANISHED, number, SealingJob.vanishedIn(kept.entry()));
        }
        return kept.mac();
    }

    /** In the database's order: UUIDs as unsigned bytes. */
    private static boolean isOrdered(Seal seal) {
        var ids = seal.entries();
        for (var i = 1; i < ids.size(); i++) {
            if (ids.get(i - 1).toString().compareTo(ids.get(i).toString()) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void holdAgainstHead() throws SQLException, Found {
        var head = ChainHead.read(connection).orElseThrow(() -> new Found(Kind.HEAD_CHANGED, last, null));
        if (!head.isGenuine(proofs)) {
            throw new Found(Kind.HEAD_CHANGED, last, null);
        }
        if (head.number() > last) {
            throw new Found(Kind.CUT_OFF, last + 1, null);
        }
        if (head.number() < last || !Arrays.equals(head.mac(), lastMac)) {
            throw new Found(Kind.HEAD_CHANGED, last, null);
        }
    }

    private void holdAgainstNoted() throws SQLException, Found {
        if (noted.stream().anyMatch(head -> head.number() > last)) {
            throw new Found(Kind.CUT_OFF, last + 1, null);
        }
        if (checkpoints.stream().anyMatch(head -> !head.isGenuine(proofs))) {
            throw new Found(Kind.ANCHOR_CHANGED, null, null);
        }
        if (noted.isEmpty() && chain.hasAccounts()) {
            throw new Found(Kind.ANCHOR_MISSING, null, null);
        }
    }

    private void walkPending() throws SQLException, Found {
        try (var waiting = chain.pending()) {
            while (waiting.next()) {
                var entry = waiting.get();
                if (!Arrays.equals(entry.putUp(), check(null, entry.id(), entry.kept()))) {
                    throw new Found(Kind.ENTRY_CHANGED, null, entry.id());
                }
                pending++;
            }
        }
    }

    private void lookOutside() throws SQLException, Found {
        var twice = chain.sealedTwice();
        if (twice.isPresent()) {
            throw new Found(Kind.ENTRY_SEALED_TWICE, null, twice.get());
        }
        var nowhere = chain.inNoSeal();
        if (nowhere.isPresent()) {
            throw new Found(Kind.ENTRY_ADDED, null, nowhere.get());
        }
    }
}
