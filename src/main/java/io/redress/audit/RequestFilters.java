package io.redress.audit;

import io.redress.audit.Acting.Act;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.log.Effect;
import io.redress.audit.log.Outcome;
import io.redress.common.id.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Request and response filters: remember the operation, and audit a file download before it leaves. */
class RequestFilters {

    private static final int OK = 200;

    private final AuditLog trail;
    private final Clock clock;

    RequestFilters(AuditLog trail, Clock clock) {
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
        if (isExport(request, response, resource) && !RefusalWatch.isRecorded(http)) {
            Operation.of(http).ifPresent(operation -> trail.write(act -> export(act, operation)));
        }
    }

    /** A successful GET of anything other than the API's JSON, or of a path that ends with {@code .json}. */
    private static boolean isExport(
            ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        return response.getStatus() == OK
                && request.getMethod().equals(HttpMethod.GET)
                && response.hasEntity()
                && (!MediaType.APPLICATION_JSON_TYPE.isCompatible(type(response, resource))
                        || request.getUriInfo().getPath().endsWith(".json"));
    }

    /** A response without a media type has that of the resource's {@code @Produces}. */
    private static MediaType type(ContainerResponseContext response, ResourceInfo resource) {
        return response.getMediaType() != null
                ? response.getMediaType()
                : Stream.<AnnotatedElement>of(resource.getResourceMethod(), resource.getResourceClass())
                        .map(element -> element.getAnnotation(Produces.class))
                        .filter(Objects::nonNull)
                        .map(produces -> MediaType.valueOf(produces.value()[0]))
                        .findFirst()
                        .orElse(MediaType.APPLICATION_JSON_TYPE);
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
