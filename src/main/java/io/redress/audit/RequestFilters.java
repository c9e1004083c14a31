package io.redress.audit;

import io.redress.audit.Acting.Act;
import io.redress.common.id.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Learns what a request asks for, and remembers what leaves as a file before it does. */
class RequestFilters {

    private static final int OK = 200;

    private final Trail trail;
    private final Clock clock;

    RequestFilters(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @ServerRequestFilter
    void learn(ContainerRequestContext request, ResourceInfo resource, RoutingContext http) {
        Operation.remember(http, resource, request.getUriInfo());
    }

    @ServerResponseFilter
    void remember(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource,
            RoutingContext http) {
        Operation.remember(http, resource, request.getUriInfo());
        if (isExport(request, response) && !RefusalWatch.isWitnessed(http)) {
            Operation.of(http).ifPresent(operation -> trail.write(act -> export(act, operation)));
        }
    }

    /** What is not the JSON of the interface leaves to be kept elsewhere; so does the JSON of a file's name. */
    private static boolean isExport(ContainerRequestContext request, ContainerResponseContext response) {
        return response.getStatus() == OK
                && request.getMethod().equals(HttpMethod.GET)
                && response.hasEntity()
                && (!MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                        || request.getUriInfo().getPath().endsWith(".json"));
    }

    private AuditEntry export(Act act, Operation operation) {
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                act.circumstances(),
                operation.name(),
                Outcome.DONE,
                Effect.EXPORTED,
                operation.recordType(),
                operation.recordId(),
                null,
                null,
                null);
    }
}
