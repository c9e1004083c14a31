package io.redress.common.web;

import io.redress.common.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Lost updates made visible: every record that can change answers with its version as ETag and asks for it back. */
public final class Versions {

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** A record as the caller may see it, with the version to name in If-Match. */
    public static Response tagged(Object view, long version) {
        return Response.ok(view).header(HttpHeaders.ETAG, etag(version)).build();
    }

    /**
     * Demands that the caller saw the present state.
     *
     * @param ifMatch the If-Match header as sent; missing is 428, another version 412
     */
    public static void demand(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "if-match-required");
        }
        if (!ifMatch.strip().equals(etag(version))) {
            throw Problem.of(412, "stale");
        }
    }
}
