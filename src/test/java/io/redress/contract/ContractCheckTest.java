package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Contract.Answer;
import io.redress.testing.ContractCheck;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.builder.ResponseBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check of every response against the OpenAPI document can fail. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractCheckTest {

    private static final String AREA = """
            {"code": "445102010000", "name": "西湖街道", "level": "TOWN", "parentCode": "445102000000",
             "validFrom": "%s", "validTo": null, "successorCode": null%s}""";

    @Inject
    People people;

    private static List<String> violations(
            String path, int status, String type, Map<String, String> headers, String body) {
        return ContractCheck.contract().violations("GET", path, new Answer(status, type, headers::get, body));
    }

    private static List<String> ofArea(String body) {
        return violations("/api/v1/areas/445102010", 200, "application/json", Map.of(), body);
    }

    @Test
    void a_response_as_documented_passes() {
        assertThat(ofArea(AREA.formatted("2020-01-01", ""))).isEmpty();
    }

    @Test
    void missing_wrong_and_undocumented_properties_are_reported() {
        assertThat(ofArea("{}")).anyMatch(told -> told.contains("code"));
        assertThat(ofArea(AREA.formatted("yesterday", "")))
                .singleElement()
                .asString()
                .contains("validFrom");
        assertThat(ofArea(AREA.formatted("2020-01-01", ", \"secret\": 1")))
                .singleElement()
                .asString()
                .contains("secret");
    }

    @Test
    void an_undocumented_status_media_type_or_header_is_reported() {
        assertThat(violations("/api/v1/areas/1", 418, "application/json", Map.of(), "{}"))
                .containsExactly("status 418 is not documented");
        assertThat(violations("/api/v1/areas/1", 404, "application/json", Map.of(), "{}"))
                .containsExactly("media type application/json is not documented");
        assertThat(violations("/api/v1/nowhere", 200, "application/json", Map.of(), "{}"))
                .containsExactly("status 200 is not documented");
        assertThat(violations("/api/v1/areas", 200, "application/json", Map.of("ETag", "\"0\""), null))
                .containsExactly("header ETag is not documented");
    }

    @Test
    void a_missing_header_is_reported() {
        var id = "/api/v1/platforms/0198c0de-0000-4000-8000-000000000000";
        assertThat(violations(id, 200, "application/json", Map.of(), null)).containsExactly("header ETag is missing");
    }

    @Test
    void a_response_against_the_contract_fails_the_test() {
        assertThatThrownBy(() -> people.clerk()
                        .filter((request, expected, context) -> new ResponseBuilder()
                                .setStatusCode(200)
                                .setContentType("application/json")
                                .setBody("{}")
                                .build())
                        .get("/api/v1/me"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/me answered 200 against the contract");
    }
}
