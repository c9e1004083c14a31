package io.redress.common.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.common.database.Sql;
import io.redress.common.problem.DatabaseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Prometheus gauges with values from the database. Each value is cached for some seconds, however many scrapes come.
 * While the database cannot be read, the gauge is NaN and the scrape succeeds, so that the other metrics stay readable.
 * After a failure no gauge queries for as long as values are cached; otherwise a scrape would wait for each of them.
 */
@ApplicationScoped
public class DatabaseGauges {

    private static final Logger LOG = Logger.getLogger(DatabaseGauges.class);

    private final MeterRegistry meters;
    private final Sql sql;
    private final DatabaseState state;
    private final Duration kept;
    private final LoadingCache<Supplier<Number>, Number> values;
    private volatile long silentUntil = System.nanoTime();

    DatabaseGauges(
            MeterRegistry meters,
            Sql sql,
            DatabaseState state,
            @ConfigProperty(name = "redress.metrics.cache-duration") Duration kept) {
        this.meters = meters;
        this.sql = sql;
        this.state = state;
        this.kept = kept;
        this.values = Caffeine.newBuilder().expireAfterWrite(kept).build(this::read);
    }

    /** A number of records. The statement returns one row with one column, and should have an index. */
    public void addCount(String name, String description, String select) {
        add(name, description, () -> sql.first(select, row -> row.getLong(1)).orElseThrow());
    }

    public void add(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, () -> values.get(value)).description(description).register(meters);
    }

    /** A duration; the name ends in {@code _seconds}. */
    public void addAge(String name, String description, Supplier<Duration> age) {
        Supplier<Number> seconds = () -> age.get().toSeconds();
        Gauge.builder(name, () -> values.get(seconds))
                .description(description)
                .baseUnit("seconds")
                .register(meters);
    }

    private Number read(Supplier<Number> value) {
        if (state.trouble().isPresent() || System.nanoTime() - silentUntil < 0) {
            return Double.NaN;
        }
        try {
            return value.get();
        } catch (RuntimeException e) {
            silentUntil = System.nanoTime() + kept.toNanos();
            if (state.troubleBehind(e).isEmpty()) {
                LOG.warnf("a metric cannot be read from the database: %s", e.getCause() == null ? e : e.getCause());
            }
            return Double.NaN;
        }
    }
}
