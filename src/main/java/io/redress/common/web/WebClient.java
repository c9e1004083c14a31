package io.redress.common.web;

import io.redress.common.secret.RandomSecrets;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The page of the web client, at the address of each of its screens. Its components add styles at run time, which the
 * Content-Security-Policy allows only with the nonce of this response. Its other files are named after their content.
 */
@ApplicationScoped
class WebClient {

    private static final Logger LOG = Logger.getLogger(WebClient.class);

    /** Not a static file, because those are served unchanged and may be cached. */
    private static final String PAGE = "webui/index.html";

    private static final Set<String> PAGES = Set.of("/", "/index.html");
    private static final String NONCE = "__NONCE__";

    /** Whether a session is possible; without a cookie the client need not ask, and no refusal is recorded. */
    private static final String SESSION = "__SESSION__";

    /** Over TLS its name has a prefix. */
    private static final String COOKIE = "redress_session";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-src 'self'; frame-ancestors 'none'";

    void serve(@Observes Router router) {
        var page = read();
        if (page == null) {
            LOG.warn("the web client has not been built");
            return;
        }
        // For all methods: a GET route would make Vert.x send 405 for every address without a route.
        router.route().order(0).handler(http -> {
            if (MethodFilter.isRead(http) && isScreen(http)) {
                show(http, page);
            } else {
                http.next();
            }
        });
    }

    /** The root addresses count for every Accept header: the file itself, with a placeholder nonce, is never served. */
    private static boolean isScreen(RoutingContext http) {
        var path = http.normalizedPath();
        return PAGES.contains(path) || isScreenAddress(path) && isBrowser(http);
    }

    /** A browser navigates; other programs get 404 for an unknown address. */
    private static boolean isBrowser(RoutingContext http) {
        var accepted = http.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    /** Neither a file nor an address of the API. */
    static boolean isScreenAddress(String path) {
        return PAGES.contains(path) || !isInterface(path) && !isBelow("/q", path) && !path.contains(".");
    }

    static boolean isInterface(String path) {
        return isBelow("/api", path);
    }

    private static boolean isBelow(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    private static void show(RoutingContext http, String page) {
        var nonce = RandomSecrets.base64Url(16);
        http.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", POLICY.formatted(nonce))
                .end(page.replace(NONCE, nonce).replace(SESSION, hasCookie(http) ? "possible" : "none"));
    }

    private static boolean hasCookie(RoutingContext http) {
        return http.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().endsWith(COOKIE));
    }

    private static String read() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(PAGE + " cannot be read", e);
        }
    }
}
