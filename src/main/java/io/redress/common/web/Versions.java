package io.redress.common.web;

import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Optimistic locking by ETag and If-Match (RFC 9110, 8.8.3 and 13.1.1) against lost updates. Every record that can
 * change shows its version, and a change has to name it.
 */
public final class Versions {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]{16})?\"");
    private static final int DIGEST_LENGTH = 16;

    private Versions() {}

    /**
     * A strong ETag: equal only for equal responses. The version of a record changes only with that record. If the
     * response also shows other records, the ETag has a digest of the whole view, too.
     */
    static String etag(Versioned view) {
        return view instanceof ShowsOtherRecords
                ? "\"" + view.version() + "-" + Digests.sha256(view.toString()).substring(0, DIGEST_LENGTH) + "\""
                : "\"" + view.version() + "\"";
    }

    /** A response with the ETag that the caller sends in If-Match. */
    public static <V extends Versioned> RestResponse<V> tagged(V view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, etag(view)).build();
    }

    /**
     * Demands that the caller saw the present state of the record. Only the version in the tag counts: other records in
     * the view have their own versions, and their changes do not make this record stale.
     *
     * @param ifMatch the If-Match header as sent; missing is 428, another version 412
     */
    public static void demand(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "if-match-required");
        }
        var tag = ETAG.matcher(ifMatch.strip());
        if (!tag.matches() || !tag.group(1).equals(Long.toString(version))) {
            throw Problem.of(412, "stale");
        }
    }
}
