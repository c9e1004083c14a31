package io.redress.retention;

import io.quarkus.arc.All;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.retention.RetentionRule;
import io.redress.common.time.Clocks;
import io.redress.retention.RetentionView.KindView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Applies the retention rules: counts or erases records past their period, in batches with a transaction each. */
@ApplicationScoped
class Retention {

    private static final int BATCH = 100;

    private final List<RetentionRule> kinds;
    private final Config settings;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Retention(@All List<RetentionRule> kinds, Config settings, Event<DomainEvent> events, Clock clock) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(RetentionRule::kind)).toList();
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    RetentionView run(boolean dryRun) {
        return new RetentionView(
                dryRun, kinds.stream().map(kind -> run(kind, dryRun)).toList());
    }

    private KindView run(RetentionRule kind, boolean dryRun) {
        var period = settings.getOptionalValue("redress.retention." + kind.kind(), String.class)
                .filter(text -> !text.isBlank())
                .map(Period::parse);
        var day = period.map(length -> Clocks.today(clock).minus(length));
        var records = day.map(before -> dryRun ? count(kind, before) : erase(kind, before))
                .orElse(0L);
        return new KindView(kind.kind(), period.map(Period::toString).orElse(null), day.orElse(null), records);
    }

    private static long count(RetentionRule kind, LocalDate before) {
        return kind.countEndedBefore(Clocks.startOf(before));
    }

    private long erase(RetentionRule kind, LocalDate before) {
        var moment = Clocks.startOf(before);
        var erased = 0L;
        int batch;
        do {
            batch = kind.eraseEndedBefore(moment, BATCH);
            erased += batch;
        } while (batch == BATCH);
        if (erased > 0) {
            events.fire(new AuditEvent(
                    "retention-run",
                    null,
                    null,
                    null,
                    Map.of("kind", kind.kind(), "before", before.toString(), "records", erased)));
        }
        return erased;
    }

    /** Whether a period is set for any kind. */
    boolean isOn() {
        return kinds.stream()
                .map(kind -> settings.getOptionalValue("redress.retention." + kind.kind(), String.class))
                .flatMap(Optional::stream)
                .anyMatch(text -> !text.isBlank());
    }
}
