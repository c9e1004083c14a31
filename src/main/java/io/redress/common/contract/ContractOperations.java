package io.redress.common.contract;

import io.smallrye.openapi.model.Extensions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/** Adds to each operation its id, its security, the descriptions of its parameters, and its problem responses. */
final class ContractOperations {

    private final Map<String, OperationSource> sources;
    private final Components components;

    ContractOperations(IndexView index, Components components) {
        this.sources = OperationSource.byReference(index);
        this.components = components;
    }

    void complete(HttpMethod http, Operation operation) {
        var source = sources.get(Extensions.getMethodRef(operation));
        if (operation.getOperationId() == null) {
            operation.setOperationId(source.operationId());
        }
        secure(http, operation, source);
        parameters(operation).forEach(ContractParameters::complete);
        successes(http, operation, source);
        problems(operation, source);
    }

    private static void secure(HttpMethod http, Operation operation, OperationSource source) {
        var own = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        if (source.isOpen()) {
            operation.setSecurity(List.of());
            operation.setDescription(own + "不需登录 / open to everybody");
            return;
        }
        if (!source.roles().isEmpty()) {
            operation.addExtension("x-roles", source.roles());
        }
        var callers = source.roles().isEmpty()
                ? "须登录 / for whoever is signed in"
                : "须有角色之一 / for one of the roles: " + String.join(", ", source.roles());
        operation.setDescription(own + callers + "\n\n" + scoped(http, operation, source));
    }

    /** A script needs the read or the write scope of the operation's tag. */
    private static String scoped(HttpMethod http, Operation operation, OperationSource source) {
        var session = OASFactory.createSecurityRequirement().addScheme(ContractFilter.SESSION);
        if (source.isInPerson()) {
            operation.setSecurity(List.of(session));
            return "须本人登录，不能凭令牌 / in person, not by a token";
        }
        operation.setSecurity(
                List.of(session, OASFactory.createSecurityRequirement().addScheme(ContractFilter.TOKEN)));
        var isRead = source.reads() || http == HttpMethod.GET || http == HttpMethod.HEAD;
        var scope = operation.getTags().get(0) + (isRead ? ":read" : ":write");
        operation.addExtension("x-scopes", List.of(scope));
        return "令牌须有范围 / a token needs the scope: " + scope;
    }

    private void successes(HttpMethod http, Operation operation, OperationSource source) {
        var responses = operation.getResponses();
        var ok = responses.getAPIResponse("200");
        if (ok != null && isCreation(operation, source)) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse("201", ok);
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                headers(http, operation, source, response);
                describe(status, response);
            }
        });
    }

    /** SmallRye documents each response with a body as 200. */
    private static boolean isCreation(Operation operation, OperationSource source) {
        return source.isCreation() || has(operation, "Idempotency-Key");
    }

    private static void describe(String status, APIResponse response) {
        if (response.getContent() != null && response.getContent().getMediaTypes() == null) {
            response.setContent(null);
        }
        if (response.getDescription() == null || response.getDescription().matches("OK|Created|No Content")) {
            response.setDescription(kind(status, response));
        }
    }

    private static String kind(String status, APIResponse response) {
        if (status.equals("201")) {
            return "已创建 / created";
        }
        if (response.getContent() == null) {
            return "已办理 / done";
        }
        if (!isJson(response)) {
            return response.getContent().hasMediaType("text/html") ? "网页 / a page" : "文件 / the file";
        }
        return response.getHeaders() == null ? "成功 / success" : "记录的现状 / the record as it is now";
    }

    /** A record that changes by If-Match shows its ETag wherever it is created, changed or read alone. */
    private void headers(HttpMethod http, Operation operation, OperationSource source, APIResponse response) {
        var isCreated = has(operation, "Idempotency-Key");
        var isShown = source.setsHeaders() && (http == HttpMethod.GET || has(operation, "If-Match"));
        if (isCreated) {
            response.addHeader("Location", CommonProblem.text("新记录的地址 / address of the new record", "/api/v1/…"));
        }
        if (isCreated || isShown && isVersioned(response)) {
            response.addHeader("ETag", CommonProblem.text("版本，变更时放入 If-Match / version, for If-Match", "\"0\""));
        }
    }

    private static boolean isJson(APIResponse response) {
        return response.getContent() != null && response.getContent().hasMediaType("application/json");
    }

    private boolean isVersioned(APIResponse response) {
        if (!isJson(response)) {
            return false;
        }
        var schema = response.getContent().getMediaType("application/json").getSchema();
        if (schema != null && schema.getRef() != null) {
            schema = components.getSchemas().get(ContractSchemas.nameIn(schema.getRef()));
        }
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey("version");
    }

    private static void problems(Operation operation, OperationSource source) {
        var responses = operation.getResponses();
        for (var problem : problemsOf(operation, source)) {
            if (!responses.hasAPIResponse(problem.status())) {
                responses.addAPIResponse(
                        problem.status(), OASFactory.createAPIResponse().ref(problem.component()));
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]..") && response.getRef() == null && response.getContent() == null) {
                response.setContent(CommonProblem.content(null));
            }
        });
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private static Set<CommonProblem> problemsOf(Operation operation, OperationSource source) {
        var problems = EnumSet.of(CommonProblem.TOO_MANY_REQUESTS, CommonProblem.INTERNAL_ERROR, CommonProblem.BUSY);
        var hasBody = operation.getRequestBody() != null;
        if (hasBody || parameters(operation).stream().anyMatch(p -> p.getIn() != Parameter.In.PATH)) {
            problems.addAll(EnumSet.of(CommonProblem.MALFORMED, CommonProblem.INVALID));
        }
        if (hasBody) {
            problems.addAll(EnumSet.of(CommonProblem.TOO_LARGE, CommonProblem.UNSUPPORTED_MEDIA_TYPE));
        }
        if (!source.isOpen()) {
            problems.addAll(EnumSet.of(CommonProblem.SIGN_IN_REQUIRED, CommonProblem.FORBIDDEN));
        }
        if (hasPathParameter(operation)) {
            problems.add(CommonProblem.NOT_FOUND);
        }
        if (operation.getResponses().getAPIResponses().values().stream().anyMatch(r -> r.getContent() != null)) {
            problems.add(CommonProblem.NOT_ACCEPTABLE);
        }
        if (has(operation, "If-Match")) {
            problems.addAll(EnumSet.of(CommonProblem.CONFLICT, CommonProblem.STALE, CommonProblem.IF_MATCH_REQUIRED));
        }
        if (has(operation, "Idempotency-Key")) {
            problems.add(CommonProblem.CONFLICT);
        }
        return problems;
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static boolean has(Operation operation, String name) {
        return parameters(operation).stream()
                .anyMatch(parameter -> parameter.getName().equals(name));
    }

    private static boolean hasPathParameter(Operation operation) {
        return parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
    }
}
