package io.redress.common.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** File download (RFC 6266) that a browser stores and never shows as a page. The file name is made safe. */
public final class Download {

    private static final Logger LOG = Logger.getLogger(Download.class);

    /** Control characters, line breaks, and those that reverse or hide text: a name that reads gpj.exe backwards. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** Characters that separate folders, end a quoted name, or that a browser expands. */
    private static final Pattern SPECIAL = Pattern.compile("[/\\\\:*?\"<>|;%]");

    private static final Pattern OUTER = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final String NAMELESS = "file";

    private Download() {}

    public static RestResponse<byte[]> of(byte[] content, String mediaType, String name) {
        return ResponseBuilder.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .build();
    }

    /**
     * A download that is read while it is sent. If the rest cannot be read, the connection ends before the declared
     * length is reached, so that no client takes the part for the whole.
     *
     * @param record for the log
     */
    public static RestResponse<StreamingOutput> streaming(
            String record, StreamingOutput content, long size, String mediaType, String name) {
        StreamingOutput watched = out -> {
            try {
                content.write(out);
            } catch (RuntimeException e) {
                LOG.errorf("the download of %s was broken off: %s", record, e);
                throw new IOException("the download was broken off", e);
            }
        };
        return ResponseBuilder.ok(watched, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .build();
    }

    /** Content-Disposition (RFC 6266): the name in ASCII for old programs, and unchanged for the others. */
    static String disposition(String name) {
        var safe = OUTER.matcher(
                        SPECIAL.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll("_"))
                .replaceAll("");
        safe = safe.isEmpty() ? NAMELESS : safe;
        var ascii = safe.replaceAll("[^\\x20-\\x7e]", "_");
        return ascii.equals(safe)
                ? "attachment; filename=\"" + ascii + "\""
                : "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(safe);
    }

    /** Percent-encoding (RFC 8187), which keeps letters, digits and a few marks. */
    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
