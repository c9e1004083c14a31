package io.redress;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.redress.audit.CommandAuditLog;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.database.Pace;
import io.redress.common.database.Sql;
import io.redress.common.database.UncheckedSqlException;
import io.redress.common.metrics.DatabaseGauges;
import io.redress.privacy.ClearText;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.KeyRegister;
import io.redress.privacy.KeysUnusable;
import io.redress.privacy.RotateKeys;
import io.redress.privacy.TamperedWith;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Encrypts text from before the encryption of its column (V038), while the service runs. Only one instance does so. It
 * holds two connections of the pool meanwhile. After a failure or a restart it goes on where it was.
 */
@ApplicationScoped
class EncryptFreeTextJob {

    private static final Logger LOG = Logger.getLogger(EncryptFreeTextJob.class);
    private static final String NAME = "encrypt-free-text";

    private final Sql sql;
    private final AdvisoryLocks locks;
    private final CryptoModule module;
    private final Clock clock;
    private final int batch;
    private final AtomicLong left = new AtomicLong();
    private volatile Thread worker;
    private boolean isInTrail;

    EncryptFreeTextJob(
            Sql sql,
            AdvisoryLocks locks,
            CryptoModule module,
            Clock clock,
            @ConfigProperty(name = "redress.keys.batch-size") int batch) {
        this.sql = sql;
        this.locks = locks;
        this.module = module;
        this.clock = clock;
        this.batch = batch;
    }

    void register(@Observes StartupEvent start, DatabaseGauges gauges) {
        gauges.add(
                "redress.free.text.rows.in.clear",
                "Rows with free text that this instance still has to encrypt",
                left::get);
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            if (sql.withConnection(connection -> new KeyRegister(connection).acceptsClearText(module))) {
                encryptUnlessAnotherDoes();
            }
        } catch (UncheckedSqlException | KeysUnusable | TamperedWith e) {
            LOG.warnf(
                    "encrypting free text stopped and goes on in a minute: %s",
                    e.getCause() == null ? e : e.getCause());
        }
    }

    /** Returns false when another instance does. */
    boolean encryptUnlessAnotherDoes() {
        try (var lock = locks.tryLock(NAME)) {
            return lock.isHeld() && sql.withConnection(this::encrypt);
        }
    }

    private boolean encrypt(Connection connection) throws SQLException {
        worker = Thread.currentThread();
        try (var statement = connection.createStatement()) {
            // A pass reads whole tables.
            statement.execute("set statement_timeout = 0");
            var rows = new ClearText(connection).rows();
            left.set(rows.values().stream().mapToLong(Long::longValue).sum());
            LOG.infof("encrypting free text, rows by table: %s", rows);
            new RotateKeys(connection, module, batch, new Progress(connection, rows)).resume();
            left.set(0);
        } catch (InterruptedException e) {
            LOG.info("encrypting free text is interrupted by the end of the program and goes on at the next start");
        } finally {
            worker = null;
            giveBack(connection);
        }
        return true;
    }

    private static void giveBack(Connection connection) {
        try (var statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            statement.execute("reset statement_timeout");
        } catch (SQLException e) {
            LOG.debugf("the pool discards the broken connection: %s", e.getMessage());
        }
    }

    /** Otherwise the end of the program would wait for the pauses. */
    void stop(@Observes ShutdownEvent shutdown) {
        var working = worker;
        if (working != null) {
            working.interrupt();
        }
    }

    private final class Progress implements RotateKeys.Progress {

        private final Connection connection;
        private final Map<String, Long> there;
        private final Pace pace = new Pace();

        Progress(Connection connection, Map<String, Long> there) {
            this.connection = connection;
            this.there = there;
        }

        @Override
        public void begun(int key, boolean isNew) throws SQLException {
            if (!isInTrail) {
                audit("begun", key);
                isInTrail = true;
            }
        }

        @Override
        public void reencrypted(String table, int rows, int inPass) throws InterruptedException {
            left.updateAndGet(before -> Math.max(0, before - rows));
            if (pace.isTimeToTell()) {
                LOG.infof(
                        "encrypting free text: %s, %d of %d rows",
                        table, inPass, there.getOrDefault(table, (long) inPass));
            }
            pace.rest();
        }

        @Override
        public void ended(int key) throws SQLException {
            audit("ended", key);
            LOG.info("free text is encrypted; the next start erases what is left of it on the pages of the tables");
        }

        private void audit(String step, int key) throws SQLException {
            CommandAuditLog.write(connection, module, clock, NAME, Map.of("step", step, "key", "data." + key));
        }
    }
}
