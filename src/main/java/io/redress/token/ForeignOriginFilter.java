package io.redress.token;

import io.redress.common.problem.Problem;
import io.redress.common.web.RequestOrigin;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Cross-site request forgery (OWASP): refuses changing requests of another site's page, those included that need no
 * sign-in, such as signing in (login CSRF) and signing out. A script with a token is let through: a browser never adds a
 * token by itself.
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
