package io.redress.common.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * The page of the web client, at whatever address a screen of it has. Its components bring their styles with them while it
 * runs, which its policy allows to nobody who does not know the number of this one answer. What it consists of besides are files
 * named after their content.
 */
@ApplicationScoped
class WebClient {

    private static final Logger LOG = Logger.getLogger(WebClient.class);

    private static final String PAGE = "META-INF/resources/index.html";
    private static final String PLACE = "__NONCE__";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-src 'self'; frame-ancestors 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();

    void serve(@Observes Router router) {
        var page = read();
        if (page == null) {
            LOG.warn("the web client has not been built");
            return;
        }
        router.get().order(0).handler(http -> {
            if (isScreen(http)) {
                show(http, page);
            } else {
                http.next();
            }
        });
    }

    /** A browser that goes somewhere, and not to a file or to the interface. */
    private static boolean isScreen(RoutingContext http) {
        var path = http.request().path();
        var accepted = http.request().getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/")
                && !path.startsWith("/q/")
                && !path.contains(".")
                && accepted != null
                && accepted.contains("text/html");
    }

    private static void show(RoutingContext http, String page) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        http.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", POLICY.formatted(nonce))
                .end(page.replace(PLACE, nonce));
    }

    private static String read() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(PAGE + " cannot be read", e);
        }
    }
}
