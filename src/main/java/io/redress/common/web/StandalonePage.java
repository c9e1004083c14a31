package io.redress.common.web;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A page to read and print, in a single file with its styles and pictures. Its Content-Security-Policy lists the hashes
 * of the styles. The page runs, fetches and sends nothing, even if an attacker injects markup.
 */
public final class StandalonePage {

    public static final String MEDIA_TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private StandalonePage() {}

    public static RestResponse<String> of(String page) {
        return answer(page, policy(page));
    }

    /** A page that the web client prints from a frame. It needs the client's origin for that, but runs no script. */
    public static RestResponse<String> toPrint(String page) {
        return answer(page, policy(page) + " allow-same-origin allow-modals");
    }

    private static RestResponse<String> answer(String page, String policy) {
        return ResponseBuilder.ok(page, MEDIA_TYPE)
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "SAMEORIGIN")
                .build();
    }

    /** Allows only the style elements of this page, by hash, and no style attributes. */
    public static String policy(String page) {
        var styles = STYLE.matcher(page)
                .results()
                .map(style -> " 'sha256-" + sha256(style.group(1)) + "'")
                .distinct()
                .collect(Collectors.joining());
        return "default-src 'none'; style-src" + (styles.isEmpty() ? " 'none'" : styles)
                + "; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
