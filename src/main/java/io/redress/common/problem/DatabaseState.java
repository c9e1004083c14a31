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
 * Whether the database works, as the requests found it. The log has one line when a trouble begins and one when it is over,
 * however many requests meet it. While it lasts, the service asks the database itself until it works again.
 */
@Unremovable
@ApplicationScoped
public class DatabaseState {

    private static final Logger LOG = Logger.getLogger(DatabaseState.class);

    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    /** Being busy is no state: it is told this often at most. */
    private static final Duration BUSY_TOLD_EVERY = Duration.ofSeconds(10);

    /** Fails on a standby, which could only be read. */
    private static final String ANSWERS = "select 1 / (current_setting('transaction_read_only') = 'off')::int";

    /** A megabyte, so that the server has to ask its disk for room. */
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

    /** The trouble that lasts at this moment, if one does. */
    public Optional<DatabaseTrouble> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** The trouble of the database behind an exception, if one is; it is reported. */
    public Optional<DatabaseTrouble> troubleBehind(Throwable e) {
        var met = DatabaseTrouble.behind(e);
        met.ifPresent(trouble -> report(trouble, e));
        return met;
    }

    /** A request or a job met this trouble. */
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

    /** The words of the driver: what stands around it only says that something failed. */
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
