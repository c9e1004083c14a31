package io.redress.common.web.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.redress.common.problem.EdgeProblems;
import io.redress.common.problem.Problem;
import io.redress.common.web.SecurityHeaders;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a request before it reaches a resource: a body that is too long, by its declared length or while it streams;
 * an address that is too long, unreadable or contains a NUL; headers that are too long. Quarkus and Vert.x alone would
 * send an empty response or their own page.
 */
@ApplicationScoped
public class RequestLimits {

    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    /** Before anything is read or queried. */
    private static final int FIRST = -310;

    /** Key under which Quarkus stores the limit of the current request. */
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    /** How long the service goes on reading a refused body. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EdgeProblems problems;
    private final long longestUpload;
    private final long longestDocument;
    private final long longestAddress;
    private final long longestHeaders;
    private final Duration timeout;

    RequestLimits(
            EdgeProblems problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestUpload,
            @ConfigProperty(name = "redress.limits.max-document-size") MemorySize longestDocument,
            @ConfigProperty(name = "redress.limits.max-url-length") MemorySize longestAddress,
            @ConfigProperty(name = "redress.limits.max-header-size") MemorySize longestHeaders,
            @ConfigProperty(name = "redress.limits.body-timeout") Duration timeout) {
        this.problems = problems;
        this.longestUpload = longestUpload.asLongValue();
        this.longestDocument = longestDocument.asLongValue();
        this.longestAddress = longestAddress.asLongValue();
        this.longestHeaders = longestHeaders.asLongValue();
        this.timeout = timeout;
    }

    void guard(@Observes Router router) {
        router.route()
                .order(BEFORE_EVERYTHING)
                .handler(RequestLimits::watchBody)
                .failureHandler(this::explain);
        router.route().order(FIRST).handler(this::pass);
    }

    /**
     * Handles failures before a resource is reached. Vert.x fails without a body for an unreadable Host or form and for
     * a body that grows too long; authentication fails if the database does.
     */
    private void explain(RoutingContext http) {
        if (http.failure() instanceof HttpClosedException) {
            // The caller closed the connection; this deserves no line in the log.
            return;
        }
        if (http.response().headWritten()) {
            http.next();
            return;
        }
        switch (http.statusCode()) {
            case 400 -> refuse(http, "malformed-request");
            case 413 -> refuse(http, "too-large");
            default -> {
                if (!problems.sendTrouble(http)) {
                    http.next();
                }
            }
        }
    }

    private void refuse(RoutingContext http, String code) {
        SecurityHeaders.complete(http);
        problems.send(http, Problem.of(http.statusCode(), code));
    }

    private void pass(RoutingContext http) {
        if (http.request().uri().contains("%00")) {
            problems.send(http, Problem.of(400, "malformed-request"));
        } else if (http.request().uri().length() > longestAddress) {
            problems.send(http, Problem.of(414, "address-too-long"));
        } else if (headers(http) > longestHeaders) {
            problems.send(http, Problem.of(431, "headers-too-long"));
        } else if (length(http) > longest(http)) {
            problems.send(http, Problem.of(413, "too-large"));
        } else {
            http.next();
        }
    }

    /** Limit in bytes for a body that is no upload. */
    long longestDocument() {
        return longestDocument;
    }

    private long longest(RoutingContext http) {
        return Uploads.isUpload(http) ? longestUpload : longestDocument;
    }

    private static long headers(RoutingContext http) {
        return http.request().headers().entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    private static long length(RoutingContext http) {
        var length = http.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Uploads are counted while they are read; {@link RequestBodies} has already read all other bodies. */
    @ServerRequestFilter(preMatching = true)
    void count(ContainerRequestContext request, RoutingContext http) {
        if (Uploads.isUpload(http) && !http.request().isEnded()) {
            http.put(QUARKUS_LIMIT, Long.MAX_VALUE);
            request.setEntityStream(new UploadStream(request.getEntityStream(), http, longestUpload, timeout));
        }
    }

    /** RFC 9112, 6: a header declares the body of a request. HTTP/2 need not, but the server does not offer it. */
    static boolean hasUnreadBody(HttpServerRequest request) {
        var saysSo = request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return saysSo && !request.isEnded();
    }

    /** The same rule for every response that precedes the end of the body. */
    private static void watchBody(RoutingContext http) {
        http.addHeadersEndHandler(begun -> announceEnd(http));
        http.addEndHandler(answered -> discardRest(http));
        http.next();
    }

    private static void announceEnd(RoutingContext http) {
        if (hasUnreadBody(http.request())) {
            http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /**
     * A response before the end of the body ends the connection. For a while the service discards what the caller still
     * sends: closing at once would reset the connection, and the response could be lost before the caller reads it.
     */
    private static void discardRest(RoutingContext http) {
        var request = http.request();
        if (!hasUnreadBody(request)) {
            return;
        }
        var connection = request.connection();
        var deadline = http.vertx().setTimer(PATIENCE.toMillis(), timer -> connection.close());
        request.exceptionHandler(gone -> http.vertx().cancelTimer(deadline));
        request.endHandler(end -> {
            http.vertx().cancelTimer(deadline);
            connection.close();
        });
        request.handler(rest -> {});
        request.resume();
    }
}
