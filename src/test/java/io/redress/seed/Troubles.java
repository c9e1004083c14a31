package io.redress.seed;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fails some requests, if a test's profile asks for it: a 503, a connection that ends before the request takes effect,
 * and one that ends after it.
 */
@ApplicationScoped
class Troubles {

    private static final int BEFORE_LIMITS = -400;

    /** A prime, so that every kind of request fails at some time. */
    private static final int EVERY = 101;

    private final boolean areWanted;
    private final AtomicInteger requests = new AtomicInteger();

    Troubles(@ConfigProperty(name = "test.troubles", defaultValue = "false") boolean areWanted) {
        this.areWanted = areWanted;
    }

    void guard(@Observes Router router) {
        if (areWanted) {
            router.route("/api/*").order(BEFORE_LIMITS).handler(this::pass);
        }
    }

    int count() {
        return requests.get() / EVERY * 3;
    }

    private void pass(RoutingContext http) {
        var isOfTheDemonstration = "demo".equals(http.request().getHeader("User-Agent"));
        switch (isOfTheDemonstration ? requests.incrementAndGet() % EVERY : 0) {
            case 25 -> http.response().setStatusCode(503).end();
            case 50 -> http.request().connection().close();
            case 75 -> {
                http.addHeadersEndHandler(effect -> http.request().connection().close());
                http.next();
            }
            default -> http.next();
        }
    }
}
