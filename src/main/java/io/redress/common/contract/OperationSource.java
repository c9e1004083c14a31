package io.redress.common.contract;

import io.smallrye.openapi.runtime.util.JandexUtil;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * What the OpenAPI document needs to know from the code of an operation.
 *
 * @param operationId unique and stable: {@code platform_enter} for {@code PlatformResource.enter}
 * @param isCreation whether {@code @ResponseStatus} sets its status to 201, which SmallRye overlooks
 * @param setsHeaders whether it returns a RestResponse, which has headers such as the ETag
 * @param isOpen whether it needs no sign-in
 * @param roles the caller needs one of these; empty if a sign-in is enough
 * @param isInPerson whether scripts cannot call it
 * @param reads whether it changes nothing although its method is not GET
 */
record OperationSource(
        String operationId,
        boolean isCreation,
        boolean setsHeaders,
        boolean isOpen,
        List<String> roles,
        boolean isInPerson,
        boolean reads) {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName STATUS = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName ANSWER = DotName.createSimple("org.jboss.resteasy.reactive.RestResponse");
    private static final DotName ROLES = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName OPEN = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName IN_PERSON = DotName.createSimple(InPerson.class);
    private static final DotName READS = DotName.createSimple(Reads.class);
    private static final DotName SIGNED_IN = DotName.createSimple("io.quarkus.security.Authenticated");

    /** The methods of all resources, by SmallRye's method reference. */
    static Map<String, OperationSource> byReference(IndexView index) {
        var sources = new HashMap<String, OperationSource>();
        for (var path : index.getAnnotations(PATH)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                var resource = path.target().asClass();
                for (var method : resource.methods()) {
                    sources.put(JandexUtil.createUniqueMethodReference(resource, method), of(method));
                }
            }
        }
        return sources;
    }

    private static OperationSource of(MethodInfo method) {
        var guard = guard(method);
        var status = method.annotation(STATUS);
        return new OperationSource(
                operationId(method.declaringClass().simpleName(), method.name()),
                status != null && status.value().asInt() == 201,
                method.returnType().name().equals(ANSWER),
                guard != null && guard.name().equals(OPEN),
                guard != null && guard.name().equals(ROLES)
                        ? Arrays.asList(guard.value().asStringArray())
                        : List.of(),
                method.hasDeclaredAnnotation(IN_PERSON),
                method.hasDeclaredAnnotation(READS));
    }

    private static AnnotationInstance guard(MethodInfo method) {
        for (AnnotationTarget target : List.of(method, method.declaringClass())) {
            for (var name : List.of(ROLES, OPEN, SIGNED_IN)) {
                var found = target.declaredAnnotation(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static String operationId(String resource, String method) {
        var noun = resource.replaceFirst("Resource$", "");
        return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "_" + method;
    }
}
