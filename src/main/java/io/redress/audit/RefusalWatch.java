package io.redress.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.log.AuditEntry.Circumstances;
import io.redress.audit.log.Outcome;
import io.redress.common.id.Ids;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/**
 * Audits every refused request (401, 403, 429, and 404 for a record), whichever layer refuses it. The first refusal of
 * a kind is written at once. Equal ones within a minute, from the same caller for the same operation, are counted and
 * written as one entry, so that nobody can flood the trail.
 */
@ApplicationScoped
class RefusalWatch {

    private static final Logger LOG = Logger.getLogger(RefusalWatch.class);
    private static final String API = "/api/";
    private static final String RECORDED = "io.redress.audit.recorded";
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> REFUSED = Set.of(401, 403, NOT_FOUND, 429);

    /** Before all other routes, so that early refusals by Quarkus or Redress are seen too. */
    private static final int FIRST = -1000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Limit of kinds counted separately; beyond it, callers are counted together. */
    private static final int MOST_KINDS = 5000;

    private final Map<Kind, Count> counts = new ConcurrentHashMap<>();
    private final AuditLog trail;
    private final ManagedExecutor executor;
    private final Clock clock;

    RefusalWatch(AuditLog trail, Clock clock) {
        this.trail = trail;
        // Without the request: it may have ended before its refusal is written.
        this.executor = ManagedExecutor.builder()
                .propagated()
                .cleared(ThreadContext.ALL_REMAINING)
                .build();
        this.clock = clock;
    }

    /** Refusals that differ only in the record count as one kind. */
    private record Kind(UUID accountId, String address, String action, int status, String recordType) {}

    private static final class Count {

        private final long since = System.nanoTime();
        private int more;

        boolean isOver() {
            return System.nanoTime() - since > MINUTE.toNanos();
        }
    }

    /** Marks a request that its use case has already audited. */
    static void hasBeenRecorded(RoutingContext http) {
        http.put(RECORDED, true);
    }

    static boolean isRecorded(RoutingContext http) {
        return http.get(RECORDED) != null;
    }

    void watch(@Observes Router router) {
        router.route(API + "*").order(FIRST).handler(http -> {
            http.addEndHandler(ended -> look(http));
            http.next();
        });
    }

    private void look(RoutingContext http) {
        var status = http.response().getStatusCode();
        var operation = Operation.of(http);
        var isAboutNothing =
                status == NOT_FOUND && operation.map(Operation::recordType).isEmpty();
        if (!REFUSED.contains(status) || isAboutNothing || isRecorded(http)) {
            return;
        }
        var by = new Circumstances(
                accountOf(http), null, http.request().remoteAddress().hostAddress(), Acting.requestId(http));
        var kind = new Kind(
                by.accountId(),
                by.address(),
                operation.map(Operation::name).orElse(Operation.UNKNOWN),
                status,
                operation.map(Operation::recordType).orElse(null));
        if (isFirst(kind)) {
            var id = operation.map(Operation::recordId).orElse(null);
            write(entry(kind, by, id, Map.of("status", kind.status())));
        }
    }

    private boolean isFirst(Kind kind) {
        if (counts.size() >= MOST_KINDS && !counts.containsKey(kind)) {
            return isFirst(new Kind(null, "*", kind.action(), kind.status(), null));
        }
        var isFirst = new boolean[1];
        counts.compute(kind, (same, count) -> {
            if (count == null) {
                isFirst[0] = true;
                return new Count();
            }
            count.more++;
            return count;
        });
        return isFirst[0];
    }

    private static UUID accountOf(RoutingContext http) {
        return http.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? UUID.fromString(user.getSecurityIdentity().getPrincipal().getName())
                : null;
    }

    /** On another thread: the event loop, which sends the response, must not wait for the database. */
    private void write(AuditEntry entry) {
        executor.execute(() -> {
            try {
                trail.writeByItself(entry);
            } catch (RuntimeException e) {
                LOG.errorf(e, "cannot write a refusal to the audit trail: %s", entry.action());
            }
        });
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellCounts() {
        settle(false);
    }

    /** @param isNow whether to write also the counts of minutes that are not over */
    void settle(boolean isNow) {
        for (var kind : counts.keySet()) {
            var ended = new Count[1];
            counts.computeIfPresent(kind, (same, count) -> {
                ended[0] = isNow || count.isOver() ? count : null;
                return ended[0] == null ? count : null;
            });
            if (ended[0] != null && ended[0].more > 0) {
                var by = new Circumstances(kind.accountId(), null, kind.address(), Ids.next());
                trail.writeByItself(entry(kind, by, null, Map.of("status", kind.status(), "more", ended[0].more)));
            }
        }
    }

    private AuditEntry entry(Kind kind, Circumstances by, String recordId, Map<String, Object> details) {
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                by,
                kind.action(),
                Outcome.REFUSED,
                null,
                kind.recordType(),
                recordId,
                null,
                null,
                trail.text(details));
    }
}
