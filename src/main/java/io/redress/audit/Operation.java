package io.redress.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The OpenAPI operation of a request and the record in its path.
 *
 * @param name the operationId
 * @param recordType null where the path names no record
 * @param recordId null also where the path parameter is no valid UUID, since a caller can write anything there
 */
record Operation(String name, String recordType, String recordId) {

    /** For a request that was refused before it was matched to an operation. */
    static final String UNKNOWN = "request";

    private static final String KEY = "io.redress.audit.operation";
    private static final String SUFFIX = "Resource";

    /** Matches the collection in front of the last path parameter. */
    private static final Pattern RECORD = Pattern.compile(".*?([a-z-]+)/\\{([^}:]+)[^/]*");

    private static final Map<Method, Kind> KINDS = new ConcurrentHashMap<>();

    static Optional<Operation> of(RoutingContext http) {
        return Optional.ofNullable(http.get(KEY));
    }

    static void remember(RoutingContext http, ResourceInfo resource, UriInfo uri) {
        if (http.get(KEY) == null && resource != null && resource.getResourceMethod() != null) {
            http.put(KEY, of(resource, uri));
        }
    }

    private static Operation of(ResourceInfo resource, UriInfo uri) {
        var kind = KINDS.computeIfAbsent(resource.getResourceMethod(), method -> Kind.of(resource));
        var id = kind.idParameter() == null ? null : uri.getPathParameters().getFirst(kind.idParameter());
        return new Operation(kind.name(), kind.recordType(), isId(id) ? id : null);
    }

    /** The part that is the same for all requests to one resource method. */
    private record Kind(String name, String recordType, String idParameter) {

        static Kind of(ResourceInfo resource) {
            var type = resource.getResourceClass().getSimpleName();
            var method = resource.getResourceMethod();
            var name = EntityParts.decapitalised(type.replace(SUFFIX, "")) + "_" + method.getName();
            var template = Stream.<AnnotatedElement>of(resource.getResourceClass(), method)
                    .map(annotated -> annotated.getAnnotation(Path.class))
                    .map(path -> path == null ? "" : "/" + path.value())
                    .collect(Collectors.joining())
                    .replaceAll("/+", "/");
            var parameter = RECORD.matcher(template);
            String collection = null;
            String idParameter = null;
            while (parameter.find()) {
                collection = parameter.group(1);
                idParameter = parameter.group(2);
            }
            return new Kind(name, collection == null ? null : singular(collection), idParameter);
        }
    }

    private static boolean isId(String text) {
        try {
            return text != null && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code attention-entries} → {@code attentionEntry}. */
    private static String singular(String collection) {
        var word = collection
                .replaceFirst("ies$", "y")
                .replaceFirst("(ch|sh|s|x)es$", "$1")
                .replaceFirst("s$", "");
        return EntityParts.typeNamed(word);
    }
}
