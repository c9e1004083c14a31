package io.redress.common.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page that starts Swagger UI. Quarkus's own page has inline scripts, which the Content-Security-Policy blocks, and
 * shows the version of Quarkus.
 */
@ApplicationScoped
class InterfacePage {

    private static final String FOLDER = "/q/swagger-ui/";

    void serve(@Observes Router router) {
        serve(router, FOLDER, "index.html", "text/html;charset=UTF-8");
        serve(router, FOLDER + "index.html", "index.html", "text/html;charset=UTF-8");
        serve(router, FOLDER + "start.js", "start.js", "text/javascript;charset=UTF-8");
    }

    private static void serve(Router router, String path, String file, String mediaType) {
        var content = read("/swagger-ui/" + file);
        router.route(path).order(0).handler(http -> {
            if (MethodFilter.isRead(http)) {
                http.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(content);
            } else {
                http.next();
            }
        });
    }

    private static String read(String resource) {
        try (var stream = InterfacePage.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
