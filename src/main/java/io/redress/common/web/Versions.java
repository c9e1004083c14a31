package io.redress.common.web;

import io.redress.common.problem.Problem;

/** Lost updates made visible: every record that can change answers with its version as ETag and asks for it back. */
public final class Versions {

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
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
