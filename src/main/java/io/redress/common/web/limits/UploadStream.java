package io.redress.common.web.limits;

import io.redress.common.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * An upload, read by a worker thread. It enforces the longest length, which need not be declared, and the minimum data
 * rate. Only the time spent waiting for the caller counts, not the service's work between two reads.
 */
public final class UploadStream extends FilterInputStream {

    private final RoutingContext http;
    private final long longest;
    private final Duration timeout;
    private long read;
    private long waited;

    UploadStream(InputStream body, RoutingContext http, long longest, Duration timeout) {
        super(body);
        this.http = http;
        this.longest = longest;
        this.timeout = timeout;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var begun = System.nanoTime();
        try {
            var count = super.read(buffer, offset, length);
            count(Math.max(count, 0), System.nanoTime() - begun);
            return count;
        } catch (IOException e) {
            // Nothing came for too long, or the caller is gone: the rest of the request is useless.
            http.request().connection().close();
            throw e;
        }
    }

    /** Closing Quarkus's stream reads it to its end, which may never come. */
    @Override
    public void close() throws IOException {
        if (read <= longest) {
            super.close();
        }
    }

    private void count(int bytes, long nanos) throws IOException {
        read += bytes;
        waited += nanos;
        if (read > longest) {
            throw Problem.of(413, "too-large");
        }
        if (waited > BodyRate.allowed(timeout, read).toNanos()) {
            throw new IOException("the upload arrives too slowly");
        }
    }
}
