package io.redress.token;

import io.redress.common.problem.Problem;
import io.redress.common.web.RequestOrigin;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Cross-site request forgery (OWASP): refuses changing requests from pages of other sites, also those without
 * authentication, such as sign-in (login CSRF) and sign-out. Requests with a bearer token pass, because a browser never
 * adds one by itself.
 */
@ApplicationScoped
public class ForeignOriginFilter {

    @ServerRequestFilter
    void refuseForeign(RoutingContext http) {
        if (!BearerToken.isIn(http) && RequestOrigin.isForeign(http.request())) {
            throw Problem.of(403, "foreign-origin");
        }
    }
}
