package io.redress.common.web;

import io.redress.common.contract.AllowedMethods;
import io.redress.common.problem.EdgeProblems;
import io.redress.common.problem.Problem;
import io.redress.common.web.limits.RateLimits;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * OPTIONS and 405 with Allow (RFC 9110, 9.3.7 and 15.5.6) for all addresses. Quarkus REST alone lists only the methods
 * of the class that it finds first. Vert.x sends 405 without Allow if any route has another method.
 */
@ApplicationScoped
class MethodFilter {

    /** After {@link RateLimits}, and before all pages, files and resources. */
    private static final int BEFORE_RESOURCES = -50;

    private static final String READ_ONLY = "GET, HEAD, OPTIONS";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
    private static final List<String> QUARKUS_PAGES = List.of("/q/health", "/q/openapi", "/q/swagger-ui");

    private final AllowedMethods allowedMethods;
    private final EdgeProblems problems;

    MethodFilter(AllowedMethods allowedMethods, EdgeProblems problems) {
        this.allowedMethods = allowedMethods;
        this.problems = problems;
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(this::pass);
    }

    /** Pages and files respond only to these methods. */
    static boolean isRead(RoutingContext http) {
        return READS.contains(http.request().method());
    }

    private void pass(RoutingContext http) {
        var path = http.normalizedPath();
        if (isRead(http)) {
            http.next();
        } else if (WebClient.isInterface(path)) {
            passToInterface(http, path);
        } else if (isPage(path)) {
            refuse(http, READ_ONLY);
        } else {
            http.next();
        }
    }

    /** Resources get the methods that they may have, without a look-up in the document; they send 405 themselves. */
    private void passToInterface(RoutingContext http, String path) {
        if (CHANGES.contains(http.request().method())) {
            http.next();
            return;
        }
        allowedMethods
                .at(path)
                .ifPresentOrElse(methods -> refuse(http, methods), () -> problems.send(http, Problem.notFound()));
    }

    private static boolean isPage(String path) {
        return WebClient.isScreenAddress(path)
                || QUARKUS_PAGES.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/"))
                || Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + path) != null;
    }

    private void refuse(RoutingContext http, String methods) {
        http.response().putHeader(HttpHeaders.ALLOW, methods);
        if (http.request().method().equals(HttpMethod.OPTIONS)) {
            http.response().setStatusCode(204).end();
        } else {
            problems.send(http, Problem.of(405, "method-not-allowed"));
        }
    }
}
