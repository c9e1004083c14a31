package io.redress.common.problem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Health of the database, as the requests observe it. The log has one line when a trouble begins and one when it ends,
 * however many requests meet it. Meanwhile the service probes the database until it works again.
 */
@Unremovable
@ApplicationScoped
public class DatabaseState {

    private static final Logger LOG = Logger.getLogger(DatabaseState.class);

    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    /** Busyness is no lasting state; the log mentions it at most this often. */
    private static final Duration BUSY_TOLD_EVERY = Duration.ofSeconds(10);

    /** Fails on a standby, which is read-only. */
    private static final String ANSWERS = "select 1 / (current_setting('transaction_read_only') = 'off')::int";

    /** About 1 MB, so that the server has to allocate disk space. */
    private static final String STORES = """
            create temporary table room on commit drop as
            select repeat(md5(n::text), 32) from generate_series(1, 1000) as n""";

    private final AgroalDataSource database;
    private final AtomicReference<DatabaseTrouble> trouble = new AtomicReference<>();
    private final AtomicLong busyToldAt = new AtomicLong(System.nanoTime() - BUSY_TOLD_EVERY.toNanos());
    private final ScheduledExecutorService probe = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "database-probe");
        thread.setDaemon(true);
        return thread;
    });

    DatabaseState(AgroalDataSource database) {
        this.database = database;
    }

    /** The trouble that lasts now, if any. */
    public Optional<DatabaseTrouble> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** The database trouble behind an exception, if any; also reports it. */
    public Optional<DatabaseTrouble> troubleBehind(Throwable e) {
        var met = DatabaseTrouble.behind(e);
        met.ifPresent(trouble -> report(trouble, e));
        return met;
    }

    public void report(DatabaseTrouble met, Throwable e) {
        if (met == DatabaseTrouble.BUSY) {
            tellBusy(e);
        } else if (trouble.getAndSet(met) == null) {
            LOG.errorf("the database is in trouble (%s): %s", met, root(e));
            probe.schedule(this::ask, ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellBusy(Throwable e) {
        var toldAt = busyToldAt.get();
        var now = System.nanoTime();
        if (now - toldAt >= BUSY_TOLD_EVERY.toNanos() && busyToldAt.compareAndSet(toldAt, now)) {
            LOG.warnf("the database was too busy: %s", root(e));
        }
    }

    private void ask() {
        try {
            if (works(trouble.get() == DatabaseTrouble.FULL ? STORES : ANSWERS)) {
                trouble.set(null);
                LOG.info("the database works again");
                return;
            }
        } catch (RuntimeException e) {
            LOG.debug("asking the database failed", e);
        }
        probe.schedule(this::ask, ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean works(String question) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(question);
                return true;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** The driver's exception: those around it say only that something failed. */
    private static Throwable root(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return root;
    }

    @PreDestroy
    void stop() {
        probe.shutdownNow();
    }
}
