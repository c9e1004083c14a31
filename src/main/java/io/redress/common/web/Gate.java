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
 * What is refused before a resource is reached: a body that is too long, told by its length or found while it streams, and
 * an address with a NUL in it. Quarkus alone would answer with an empty 413, and PostgreSQL with an error.
 */
@ApplicationScoped
class Gate {

    /** Before Quarkus looks at the length, at -2. */
    private static final int FIRST = -3;

    /** Where Quarkus keeps the limit of the request at hand. */
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    /** How long a caller whose body is refused may go on sending. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EdgeProblems problems;
    private final long longestBody;

    Gate(EdgeProblems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.problems = problems;
        this.longestBody = longestBody.asLongValue();
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(this::pass);
    }

    private void pass(RoutingContext http) {
        if (http.request().uri().contains("%00")) {
            problems.send(http, Problem.of(400, "malformed-request"));
        } else if (length(http) > longestBody) {
            closeAfterAnswer(http);
            problems.send(http, Problem.of(413, "too-large"));
        } else {
            http.next();
        }
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
        private long read;

        Counted(InputStream body, RoutingContext http) {
            super(body);
            this.http = http;
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
