package io.redress.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;

/**
 * Validates every HTTP response of every test against the OpenAPI document, without any code in the tests. Registered
 * with Quarkus in {@code META-INF/services}.
 */
@SuppressWarnings("deprecation")
public class ContractCheck implements QuarkusTestBeforeEachCallback, Filter {

    private static volatile Contract contract;

    /** Without these defaults REST Assured reads them again for each request. */
    private static final HttpParams DEFAULTS = new BasicHttpParams();

    static {
        DefaultHttpClient.setDefaultHttpParams(DEFAULTS);
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
        LastResponse.forget();
        var config = RestAssured.config();
        // Quarkus has every exchange written down in case it is logged: LastResponse does it for those that are.
        RestAssured.config = config.logConfig(LogConfig.logConfig())
                .httpClient(
                        config.getHttpClientConfig().httpClientFactory(() -> new DefaultHttpClient(DEFAULTS.copy())));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Sent.note((Object) request.getBody());
        var response = context.next(request, expected);
        LastResponse.note(request.getMethod() + " " + request.getURI(), response);
        var path = URI.create(request.getURI()).getRawPath();
        if (path.startsWith("/api/v1/")) {
            var violations = contract().violations(request.getMethod(), path, answer(response));
            if (!violations.isEmpty()) {
                throw new AssertionError("%s %s answered %d against the contract: %s"
                        .formatted(request.getMethod(), path, response.statusCode(), violations));
            }
        }
        return isJson(response) ? SimplePaths.in(response) : response;
    }

    private static Contract.Answer answer(Response response) {
        return new Contract.Answer(
                response.statusCode(),
                mediaType(response),
                response::header,
                isJson(response) ? response.asString() : null);
    }

    private static String mediaType(Response response) {
        return response.contentType().isEmpty()
                ? null
                : response.contentType().replaceFirst(";.*", "").strip();
    }

    private static boolean isJson(Response response) {
        var type = mediaType(response);
        return type != null && (type.equals("application/json") || type.endsWith("+json"));
    }

    /** The document that the running program serves. */
    public static Contract contract() {
        if (contract == null) {
            contract = new Contract(RestAssured.given()
                    .noFilters()
                    .queryParam("format", "json")
                    .get("/q/openapi")
                    .asString());
        }
        return contract;
    }
}
