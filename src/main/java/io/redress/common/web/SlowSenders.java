package io.redress.common.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whoever sends a body drop by drop holds a thread for as long. A body has a while to arrive, and longer the longer it is; the
 * connection of one that does not is closed, as nobody listens at the other end who would read an answer.
 */
@ApplicationScoped
class SlowSenders {

    private static final int BEFORE_SIGN_IN = -300;

    /** Half a megabit in a second: a telephone at the edge of its network. */
    private static final int SLOWEST_BYTES_A_SECOND = 64 * 1024;

    private final Gate gate;
    private final Duration patience;

    SlowSenders(Gate gate, @ConfigProperty(name = "redress.limits.patience") Duration patience) {
        this.gate = gate;
        this.patience = patience;
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_SIGN_IN).handler(this::watch);
    }

    private void watch(RoutingContext http) {
        var request = http.request();
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            var most = patience.plusSeconds(gate.longest(http) / SLOWEST_BYTES_A_SECOND);
            var deadline = http.vertx().setTimer(most.toMillis(), late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            http.addEndHandler(end -> http.vertx().cancelTimer(deadline));
        }
        http.next();
    }
}
