package io.redress.common.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** OpenAPI filter that completes SmallRye's document. Runs in the build, so stored and served document agree. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    static final String SESSION = "session";
    static final String TOKEN = "token";

    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.setSecuritySchemes(null);
        components.addSecurityScheme(
                SESSION,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("redress_session")
                        .description(
                                "登录后的会话；经 TLS 时名为 __Host-redress_session / the session that signing in opens; over TLS its"
                                        + " name is __Host-redress_session"));
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("脚本令牌，只能用于其范围（x-scopes）之内，见 /api/v1/access-tokens / a token for scripts, which"
                                + " serves within its scopes (x-scopes)"));
        for (var problem : CommonProblem.values()) {
            components.addResponse(problem.component(), problem.response());
        }
        var schemas = new ContractSchemas(api);
        schemas.removeWhatRecordsDoNotHold(index);
        schemas.labelCodes(index);
        schemas.listCodes(index);
        var operations = new ContractOperations(index, components);
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path ->
                        path.getOperations().forEach((method, operation) -> operations.complete(method, operation)));
        schemas.settle();
        order(api);
    }

    /** Sets the members again in reading order: the model writes them in the order in which they were set. */
    private static void order(OpenAPI api) {
        var tags = api.getTags();
        var paths = api.getPaths();
        var components = api.getComponents();
        api.setOpenapi(null);
        api.setTags(null);
        api.setPaths(null);
        api.setComponents(null);
        api.openapi("3.1.0").info(OASFactory.createInfo());
        api.servers(List.of(OASFactory.createServer().url("/"))).tags(tags);
        api.paths(paths).components(components);
        paths.getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ContractFilter::order));
    }

    private static void order(Operation operation) {
        var security = operation.getSecurity();
        var parameters = operation.getParameters();
        var body = operation.getRequestBody();
        var responses = operation.getResponses();
        var tags = operation.getTags();
        operation.tags(null).security(null).parameters(null).requestBody(null).responses(null);
        operation
                .tags(tags)
                .security(security)
                .parameters(parameters)
                .requestBody(body)
                .responses(responses);
    }
}
