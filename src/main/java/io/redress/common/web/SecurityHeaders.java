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
 * Security headers (OWASP Secure Headers Project) on every response: of resources, of static files, and of the server's
 * own errors. A header that the response already has stays.
 */
@ApplicationScoped
public class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    private static final String POLICY = "Content-Security-Policy";

    /** For all responses but pages: nothing loads or runs, even if a browser is tricked into showing one as a page. */
    private static final String FOR_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /** For the service's own pages, whose scripts and styles are separate files and not inline. */
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

    /** One year, in seconds. Without subdomains: the service does not decide for the bureau's other hosts. */
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

    /** For a response that is sent before {@link #arrange} runs. */
    public static void complete(RoutingContext http) {
        complete(http.response().headers(), http.request().isSSL());
    }

    private static void complete(MultiMap headers, boolean isTls) {
        ALWAYS.forEach((name, value) -> setIfAbsent(headers, name, value));
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        setIfAbsent(headers, POLICY, type != null && type.startsWith("text/html") ? FOR_PAGES : FOR_DATA);
        // Nearly every response names people; the others set their own Cache-Control.
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
