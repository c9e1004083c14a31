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
 * A page to look at and print, in one file: its style, named by its hash, and pictures that stand in it. It runs nothing,
 * fetches nothing and sends nothing, whatever somebody may have got written into it.
 */
public final class StandalonePage {

    public static final String MEDIA_TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private StandalonePage() {}

    public static RestResponse<String> of(String page) {
        return answer(page, policy(page));
    }

    /** One that the web client may print from a frame, for which it has to count as of its own origin; still it runs nothing. */
    public static RestResponse<String> toPrint(String page) {
        return answer(page, policy(page) + " allow-same-origin allow-modals");
    }

    private static RestResponse<String> answer(String page, String policy) {
        return ResponseBuilder.ok(page, MEDIA_TYPE)
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "SAMEORIGIN")
                .build();
    }

    /** Only the style elements as they stand in the page are in force; style attributes are not. */
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
