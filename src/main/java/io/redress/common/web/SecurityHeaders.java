package io.redress.common.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What every answer tells the browser that shows it, whoever gave the answer: a resource, a static file, or the server itself
 * in refusing. An answer that has a header already keeps its own.
 */
@ApplicationScoped
public class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    private static final String POLICY = "Content-Security-Policy";

    /** An answer that is no page needs nothing, and is no page even if a browser is talked into showing it as one. */
    private static final String FOR_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /** Pages of our own that come with scripts and styles, as files beside them and not written into them. */
    private static final String FOR_PAGES =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
                            + " microphone=(), midi=(), payment=(), usb=()");

    /** A year. Of this host alone: the bureau's other hosts are not ours to speak for. */
    private static final String TLS_ONLY = "max-age=31536000";

    void onAll(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(SecurityHeaders::arrange);
    }

    void onManagement(@Observes ManagementInterface management) {
        management.router().route().order(BEFORE_EVERYTHING).handler(SecurityHeaders::arrange);
    }

    private static void arrange(RoutingContext http) {
        http.addHeadersEndHandler(ending -> complete(http));
        http.next();
    }

    /** For an answer that is given before {@link #arrange} was reached. */
    public static void complete(RoutingContext http) {
        complete(http.response().headers(), http.request().isSSL());
    }

    private static void complete(MultiMap headers, boolean isTls) {
        ALWAYS.forEach((name, value) -> setIfAbsent(headers, name, value));
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        setIfAbsent(headers, POLICY, type != null && type.startsWith("text/html") ? FOR_PAGES : FOR_DATA);
        // Nearly every answer names people; what does not says for itself how long it may be kept.
        setIfAbsent(headers, "Cache-Control", "no-store");
        if (isTls) {
            setIfAbsent(headers, "Strict-Transport-Security", TLS_ONLY);
        }
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
