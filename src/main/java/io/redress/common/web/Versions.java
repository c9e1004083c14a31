package io.redress.common.web;

import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * ETag and If-Match (RFC 9110, 8.8.3 and 13.1.1), by which lost updates are seen: every record that can change answers with its
 * version and asks for it back.
 */
public final class Versions {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]{16})?\"");
    private static final int DIGEST_LENGTH = 16;

    private Versions() {}

    /**
     * A strong tag, the same for the same answer and no other. The version of a record changes with the record alone; where the
     * answer shows other records as well, their state is in the tag, too.
     */
    static String etag(Versioned view) {
        return view instanceof ShowsOtherRecords
                ? "\"" + view.version() + "-" + Digests.sha256(view.toString()).substring(0, DIGEST_LENGTH) + "\""
                : "\"" + view.version() + "\"";
    }

    /** A record as the caller may see it, with the version to name in If-Match. */
    public static <V extends Versioned> RestResponse<V> tagged(V view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, etag(view)).build();
    }

    /**
     * Demands that the caller saw the present state of the record. Of a tag only the version counts: what the answer showed of other
     * records is guarded by their own versions, and a change of theirs does not undo what the caller has seen of this one.
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
