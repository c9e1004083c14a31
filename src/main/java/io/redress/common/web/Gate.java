package io.redress.common.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.redress.common.problem.EdgeProblems;
import io.redress.common.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What is refused before a resource is reached: a body that is too long, told by its length or found while it streams, an
 * address that is too long, cannot be read or has a NUL in it, and headers that are too long. Quarkus and Vert.x alone would
 * answer with nothing, or with a page about themselves.
 */
@ApplicationScoped
class Gate {

    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    /** Before Quarkus looks at the length, at -2. */
    private static final int FIRST = -3;

    /** Where Quarkus keeps the limit of the request at hand. */
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    /** How long a caller whose body is refused may go on sending. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EdgeProblems problems;
    private final long longestUpload;
    private final long longestDocument;
    private final long longestAddress;
    private final long longestHeaders;

    Gate(
            EdgeProblems problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestUpload,
            @ConfigProperty(name = "redress.limits.document") MemorySize longestDocument,
            @ConfigProperty(name = "redress.limits.address") MemorySize longestAddress,
            @ConfigProperty(name = "redress.limits.headers") MemorySize longestHeaders) {
        this.problems = problems;
        this.longestUpload = longestUpload.asLongValue();
        this.longestDocument = longestDocument.asLongValue();
        this.longestAddress = longestAddress.asLongValue();
        this.longestHeaders = longestHeaders.asLongValue();
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).failureHandler(this::explain);
        router.route().order(FIRST).handler(this::pass);
    }

    /** Vert.x gives up on a Host that it cannot read before it looks for a route. */
    private void explain(RoutingContext http) {
        if (http.statusCode() == 400 && !http.response().headWritten()) {
            SecurityHeaders.complete(http);
            problems.send(http, Problem.of(400, "malformed-request"));
        } else {
            http.next();
        }
    }

    private void pass(RoutingContext http) {
        if (http.request().uri().contains("%00")) {
            problems.send(http, Problem.of(400, "malformed-request"));
        } else if (http.request().uri().length() > longestAddress) {
            problems.send(http, Problem.of(414, "address-too-long"));
        } else if (headers(http) > longestHeaders) {
            problems.send(http, Problem.of(431, "headers-too-long"));
        } else if (length(http) > longest(http)) {
            closeAfterAnswer(http);
            problems.send(http, Problem.of(413, "too-large"));
        } else {
            http.next();
        }
    }

    /** How many bytes the body of this request may have. */
    long longest(RoutingContext http) {
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

    /** A body without a declared length is counted as it is read. */
    @ServerRequestFilter(preMatching = true)
    void count(ContainerRequestContext request, RoutingContext http) {
        if (http.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && !http.request().isEnded()) {
            http.put(QUARKUS_LIMIT, Long.MAX_VALUE);
            request.setEntityStream(new Counted(request.getEntityStream(), http));
        }
    }

    /**
     * What the caller still sends is thrown away for a while: closing at once would reset the connection, and the answer
     * could be lost before it is read.
     */
    private static void closeAfterAnswer(RoutingContext http) {
        http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        http.response().endHandler(end -> discardRest(http.request(), http.vertx()));
    }

    private static void discardRest(HttpServerRequest request, Vertx vertx) {
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        var deadline = vertx.setTimer(PATIENCE.toMillis(), timer -> connection.close());
        request.exceptionHandler(gone -> vertx.cancelTimer(deadline));
        request.endHandler(end -> {
            vertx.cancelTimer(deadline);
            connection.close();
        });
        request.handler(rest -> {});
        request.resume();
    }

    private final class Counted extends FilterInputStream {

        private final RoutingContext http;
        private final long longestBody;
        private long read;

        Counted(InputStream body, RoutingContext http) {
            super(body);
            this.http = http;
            this.longestBody = longest(http);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        /** Closing Quarkus's stream reads it to its end, which may never come. */
        @Override
        public void close() throws IOException {
            if (read <= longestBody) {
                super.close();
            }
        }

        private void count(int bytes) {
            read += bytes;
            if (read > longestBody) {
                closeAfterAnswer(http);
                throw Problem.of(413, "too-large");
            }
        }
    }
}
