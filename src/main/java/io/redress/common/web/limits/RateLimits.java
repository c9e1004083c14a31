package io.redress.common.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.redress.common.problem.EdgeProblems;
import io.redress.common.problem.Problem;
import io.redress.common.web.ClientAddresses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rate limiting (token bucket): per address before authentication, so that a flood costs no database query, and per
 * account after it. A caller may spend a minute's requests at once; they refill evenly. Each instance counts for
 * itself, in memory.
 */
@ApplicationScoped
public class RateLimits {

    /** Quarkus authenticates at -200. */
    private static final int BEFORE_SIGN_IN = -300;

    private static final int AFTER_SIGN_IN = -100;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 100_000;

    private final EdgeProblems problems;
    private final int fromAddress;
    private final int ofAccount;
    private final Cache<String, Bucket> callers = Caffeine.newBuilder()
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .maximumSize(MOST_CALLERS)
            .build();

    RateLimits(
            EdgeProblems problems,
            @ConfigProperty(name = "redress.limits.requests-per-minute-per-address") int fromAddress,
            @ConfigProperty(name = "redress.limits.requests-per-minute") int ofAccount) {
        this.problems = problems;
        this.fromAddress = fromAddress;
        this.ofAccount = ofAccount;
    }

    void guard(@Observes Router router) {
        if (fromAddress > 0) {
            router.route()
                    .order(BEFORE_SIGN_IN)
                    .handler(http -> pass(http, "address " + ClientAddresses.countedFor(http), fromAddress));
        }
        if (ofAccount > 0) {
            router.route().order(AFTER_SIGN_IN).handler(http -> {
                if (http.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()) {
                    pass(http, user.getSecurityIdentity().getPrincipal().getName(), ofAccount);
                } else {
                    http.next();
                }
            });
        }
    }

    private void pass(RoutingContext http, String caller, int most) {
        var taken = callers.get(caller, met -> bucket(most)).tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            http.next();
        } else {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill());
            problems.send(http, Problem.of(429, "too-many-requests", most).retryAfter(wait));
        }
    }

    private static Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                .build();
    }
}
