package io.redress.common.web.limits;

import io.redress.common.problem.EdgeProblems;
import io.redress.common.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits concurrent uploads, because the service checks files in memory. Further callers get 503 with Retry-After. */
@ApplicationScoped
public class Uploads {

    /** After {@link RequestLimits}, which refuses long bodies. */
    private static final int AFTER_GATE = -2;

    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    private final EdgeProblems problems;
    private final Semaphore turns;

    Uploads(EdgeProblems problems, @ConfigProperty(name = "redress.limits.concurrent-uploads") int most) {
        this.problems = problems;
        this.turns = new Semaphore(most);
    }

    void guard(@Observes Router router) {
        router.route().order(AFTER_GATE).handler(this::pass);
    }

    private void pass(RoutingContext http) {
        if (!isUpload(http)) {
            http.next();
        } else if (turns.tryAcquire()) {
            http.addEndHandler(end -> turns.release());
            http.next();
        } else {
            problems.send(http, Problem.of(503, "busy").retryAfter(A_MOMENT));
        }
    }

    static boolean isUpload(RoutingContext http) {
        var type = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }
}
