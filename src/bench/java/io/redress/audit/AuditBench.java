package io.redress.audit;

import io.redress.audit.chain.ChainHead;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.chain.Seal;
import io.redress.audit.chain.Sealer;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.log.AuditEntry.Circumstances;
import io.redress.audit.log.Effect;
import io.redress.audit.log.Outcome;
import io.redress.audit.verification.ChainVerification;
import io.redress.common.id.Ids;
import io.redress.database.EmbeddedDatabase;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the audit trail costs the smallest write there is, an account's new name, by the statements of the program itself:
 * without a trail, with ours, and with the simplest chain, in which every entry waits for the one before to be committed.
 *
 * <p>{@code mvn -q -P bench test-compile exec:java@bench -Dbench=io.redress.audit.AuditBench}; arguments are the seconds of a
 * round and the number of rounds.
 */
public final class AuditBench {

    private static final List<Integer> CLIENTS = List.of(1, 8);

    private final EmbeddedDatabase database;
    private final CryptoModule module;
    private final EntryMac proofs;
    private final List<UUID> accounts = new ArrayList<>();

    /** How a write is remembered. */
    private enum AuditLog {
        NONE,
        SEALED_IN_BATCHES,
        CHAINED_ONE_BY_ONE
    }

    private record Setting(int clients, AuditLog trail) implements Comparable<Setting> {
        @Override
        public int compareTo(Setting other) {
            return Comparator.comparing(Setting::clients)
                    .thenComparing(Setting::trail)
                    .compare(this, other);
        }
    }

    private AuditBench(EmbeddedDatabase database, CryptoModule module) {
        this.database = database;
        this.module = module;
        this.proofs = new EntryMac(module);
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var folder = Files.createTempDirectory("redress-bench");
        var keys = folder.resolve("redress.keys");
        new KeyFile(keys).create();
        try (var database = EmbeddedDatabase.start(folder)) {
            new AuditBench(database, CryptoModules.open(new KeyFile(keys))).run(Duration.ofSeconds(seconds), rounds);
        } finally {
            delete(folder);
        }
    }

    private void run(Duration round, int rounds) throws Exception {
        prepare();
        var rates = new TreeMap<Setting, List<Long>>();
        for (var i = 0; i <= rounds; i++) {
            for (var clients : CLIENTS) {
                for (var trail : AuditLog.values()) {
                    var rate = rate(new Setting(clients, trail), round);
                    if (i > 0) {
                        rates.computeIfAbsent(new Setting(clients, trail), none -> new ArrayList<>())
                                .add(rate);
                    }
                }
            }
        }
        print(rates);
        verify();
    }

    private void prepare() throws SQLException {
        var owner = database.owner();
        BenchMigrations.migrate(database, module);
        try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("create table chained (like audit_entry including all)");
            statement.execute("create table chained_head (mac bytea not null)");
            statement.execute("insert into chained_head values ('')");
            statement.execute("grant select, insert on chained to redress");
            statement.execute("grant select, update on chained_head to redress");
            for (var i = 0; i < CLIENTS.get(CLIENTS.size() - 1); i++) {
                var id = UUID.randomUUID();
                accounts.add(id);
                statement.execute(
                        "insert into account (id, version, username, name, password_hash, disabled, created_at)"
                                + " values ('%s', 0, 'bench%d', '陈某', '', false, now())".formatted(id, i));
            }
        }
    }

    private Connection connect() throws SQLException {
        var service = database.service();
        var connection = DriverManager.getConnection(service.url(), service.username(), service.password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Writes a second. */
    private long rate(Setting setting, Duration round) throws Exception {
        var threads = Executors.newFixedThreadPool(setting.clients() + 1);
        try {
            var end = System.nanoTime() + round.toNanos();
            var clients = new ArrayList<Future<Long>>();
            for (var account : accounts.subList(0, setting.clients())) {
                clients.add(threads.submit(writer(account, setting.trail(), end)));
            }
            var sealer = threads.submit(sealer(setting.trail(), end));
            var writes = 0L;
            for (var client : clients) {
                writes += client.get();
            }
            sealer.get();
            return writes / round.toSeconds();
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Long> writer(UUID account, AuditLog trail, long end) {
        return () -> {
            var writes = 0L;
            try (var connection = connect()) {
                for (; System.nanoTime() < end; writes++) {
                    rename(connection, account, writes);
                    switch (trail) {
                        case NONE -> {}
                        case SEALED_IN_BATCHES -> sealLater(connection, entry(account, writes));
                        case CHAINED_ONE_BY_ONE -> chain(connection, entry(account, writes));
                    }
                    connection.commit();
                }
            }
            return writes;
        };
    }

    private static void rename(Connection connection, UUID account, long number) throws SQLException {
        try (var update =
                connection.prepareStatement("update account set name = ?, version = version + 1 where id = ?")) {
            update.setString(1, "陈某" + number);
            update.setObject(2, account);
            update.executeUpdate();
        }
    }

    private static AuditEntry entry(UUID account, long number) {
        return new AuditEntry(
                Ids.next(),
                Instant.EPOCH.plusSeconds(number),
                new Circumstances(account, "陈某", "10.0.0.1", UUID.randomUUID()),
                "account_change",
                Outcome.DONE,
                Effect.CHANGED,
                "account",
                account.toString(),
                null,
                "{\"name\":[\"陈某" + (number - 1) + "\",\"陈某" + number + "\"]}",
                null);
    }

    private void sealLater(Connection connection, AuditEntry entry) throws SQLException {
        try (var insert = connection.prepareStatement(AuditLogStore.INSERT)) {
            AuditLogStore.bind(insert, connection, List.of(entry), proofs);
            insert.executeUpdate();
        }
    }

    /** As late as it can be, so that the others wait for no more than the entry and the commit. */
    private void chain(Connection connection, AuditEntry entry) throws SQLException {
        try (var hold = connection.prepareStatement("select mac from chained_head for update");
                var insert = connection.prepareStatement(AuditLogStore.INSERT
                        .replace("audit_entry", "chained")
                        .replaceFirst("(?s)insert into audit_pending.*", "select mac from entry"));
                var advance = connection.prepareStatement("update chained_head set mac = ?")) {
            byte[] previous;
            try (var row = hold.executeQuery()) {
                row.next();
                previous = row.getBytes(1);
            }
            AuditLogStore.bind(insert, connection, List.of(entry), proofs);
            insert.executeQuery().close();
            advance.setBytes(
                    1, proofs.of(new Seal(1, Instant.EPOCH, List.of(entry.id())), previous, List.of(previous)));
            advance.executeUpdate();
        }
    }

    /** As the job does, every second. */
    private Callable<Void> sealer(AuditLog trail, long end) {
        return () -> {
            try (var connection = connect()) {
                while (trail == AuditLog.SEALED_IN_BATCHES && System.nanoTime() < end) {
                    Thread.sleep(1000);
                    seal(connection);
                }
            }
            return null;
        };
    }

    private void seal(Connection connection) throws SQLException {
        var sealed = Sealer.sealNext(connection, proofs, Instant.EPOCH);
        connection.commit();
        while (sealed.filter(Sealer.Sealed::isFull).isPresent()) {
            sealed = Sealer.sealNext(connection, proofs, Instant.EPOCH);
            connection.commit();
        }
    }

    private static void print(Map<Setting, List<Long>> rates) {
        System.out.printf("%nwrites a second, median (lowest to highest round); share of those without a trail%n%n");
        rates.forEach((setting, each) -> {
            var sorted = each.stream().sorted().toList();
            var without = median(rates.get(new Setting(setting.clients(), AuditLog.NONE)));
            System.out.printf(
                    "%d clients  %-20s %6d (%d to %d)  %3d %%%n",
                    setting.clients(),
                    setting.trail(),
                    median(each),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1),
                    100 * median(each) / without);
        });
    }

    private static long median(List<Long> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private void verify() throws SQLException {
        var start = System.nanoTime();
        try (var connection = connect()) {
            var result = ChainVerification.of(
                    connection, proofs, ChainHead.read(connection).stream().toList(), null);
            System.out.printf(
                    "%nverified %d entries in %d seals, %d waiting: %s, %d ms%n",
                    result.entries(),
                    result.head().number(),
                    result.pending(),
                    result.isIntact() ? "intact" : result.fault(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            try (var statement = connection.createStatement();
                    var size = statement.executeQuery("select pg_relation_size('audit_entry') / count(*),"
                            + " pg_total_relation_size('audit_entry') / count(*), pg_total_relation_size('audit_seal') / count(*)"
                            + " from audit_entry")) {
                size.next();
                System.out.printf(
                        "bytes an entry: %d, with its indexes %d; in its seal %d%n",
                        size.getLong(1), size.getLong(2), size.getLong(3));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
