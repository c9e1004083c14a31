package io.redress.common.web.limits;

import io.redress.common.problem.EdgeProblems;
import io.redress.common.problem.Problem;
import io.redress.common.web.ClientAddresses;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Protection against slow request bodies (R-U-Dead-Yet, OWASP "Denial of Service"). The event loop reads a body that is
 * no upload completely before the request gets a worker thread. A caller who sends one byte and waits thus holds a
 * connection and nothing else. A body that arrives too slowly ends its connection, and each address may have only a
 * limited number of unfinished bodies. Only arrived bytes count, not how long the service takes to respond.
 */
@ApplicationScoped
public class RequestBodies {

    /** After the rate limit per address, at -300, and before authentication, at -200. */
    private static final int BEFORE_SIGN_IN = -290;

    private static final String UNFINISHED = RequestBodies.class.getName();

    private final EdgeProblems problems;
    private final Duration timeout;
    private final int mostUnfinished;
    private final BodyHandler reader;
    private final Map<String, Integer> unfinished = new ConcurrentHashMap<>();

    RequestBodies(
            EdgeProblems problems,
            RequestLimits gate,
            @ConfigProperty(name = "redress.limits.body-timeout") Duration timeout,
            @ConfigProperty(name = "redress.limits.pending-bodies-per-address") int mostUnfinished) {
        this.problems = problems;
        this.timeout = timeout;
        this.mostUnfinished = mostUnfinished;
        this.reader = BodyHandler.create(false).setBodyLimit(gate.longestDocument());
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_SIGN_IN).handler(this::begin);
        router.route().order(BEFORE_SIGN_IN + 1).handler(this::read);
        router.route().order(BEFORE_SIGN_IN + 2).handler(RequestBodies::finish);
    }

    private void begin(RoutingContext http) {
        if (!isDocument(http)) {
            http.next();
            return;
        }
        var address = ClientAddresses.countedFor(http);
        if (unfinished.merge(address, 1, Integer::sum) > mostUnfinished) {
            forget(address);
            problems.send(
                    http, Problem.of(429, "too-many-unfinished", mostUnfinished).retryAfter(timeout));
            return;
        }
        var body = new Unfinished(http, address, System.nanoTime());
        http.put(UNFINISHED, body);
        http.addEndHandler(end -> body.finish());
        body.look(timeout);
        http.next();
    }

    private void read(RoutingContext http) {
        if (http.get(UNFINISHED) == null) {
            http.next();
        } else {
            // The reader resumes the request once it listens. Without the pause an empty body would end unnoticed
            // before that.
            http.request().pause();
            reader.handle(http);
        }
    }

    private static void finish(RoutingContext http) {
        if (http.get(UNFINISHED) instanceof Unfinished body) {
            body.finish();
            if (http.body().buffer() == null) {
                // Without a body Quarkus REST would wait for one that has already ended.
                ((RoutingContextInternal) http).setBody(Buffer.buffer());
            }
        }
        http.next();
    }

    private static boolean isDocument(RoutingContext http) {
        return RequestLimits.hasUnreadBody(http.request()) && !Uploads.isUpload(http);
    }

    private void forget(String address) {
        unfinished.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
    }

    /** A body that is still arriving. Everything runs on the event loop of its connection. */
    private final class Unfinished {

        private final RoutingContext http;
        private final String address;
        private final long begunAt;
        private boolean isFinished;
        private long timer;

        Unfinished(RoutingContext http, String address, long begunAt) {
            this.http = http;
            this.address = address;
            this.begunAt = begunAt;
        }

        void look(Duration in) {
            timer = http.vertx().setTimer(Math.max(1, in.toMillis()), late -> {
                var left =
                        BodyRate.allowed(timeout, http.request().bytesRead()).minusNanos(System.nanoTime() - begunAt);
                if (left.isNegative() || left.isZero()) {
                    http.request().connection().close();
                } else {
                    look(left);
                }
            });
        }

        void finish() {
            if (!isFinished) {
                isFinished = true;
                http.vertx().cancelTimer(timer);
                forget(address);
            }
        }
    }
}
