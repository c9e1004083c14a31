package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.TestDatabase;
import io.redress.trial.VisitMeasure;
import io.redress.trial.VisitWork;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DriftTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void the_committed_contract_is_the_one_served() throws IOException {
        var committed = YAML.readTree(Path.of("openapi", "redress.yaml").toFile());
        var served = YAML.readTree(RestAssured.get("/q/openapi").asByteArray());
        withoutTheTrial(served);
        assertThat(differences("", committed, served))
                .as("openapi/redress.yaml is not what the code says; `mvn -DskipTests package` rewrites it: commit it")
                .isEmpty();
    }

    /** Removes the codes of the trial feature, which only the tests have. */
    private static void withoutTheTrial(JsonNode served) {
        var trial = Set.of(VisitMeasure.VISITS.name(), VisitWork.VISITS_TO_ANSWER.name());
        for (var codes : served.findValues("enum")) {
            var code = codes.elements();
            while (code.hasNext()) {
                if (trial.contains(code.next().asText())) {
                    code.remove();
                }
            }
        }
        for (var labels : served.findValues("x-labels")) {
            ((ObjectNode) labels).remove(trial);
        }
    }

    /** The places that differ; the order of members does not matter. */
    private static List<String> differences(String place, JsonNode committed, JsonNode served) {
        if (committed.equals(served)) {
            return List.of();
        }
        if (!committed.isObject() || !served.isObject()) {
            return List.of(place + ": committed " + committed + ", served " + served);
        }
        var names = new TreeSet<String>();
        Stream.of(committed, served).forEach(node -> node.fieldNames().forEachRemaining(names::add));
        return names.stream()
                .flatMap(name -> differences(place + "/" + name, committed.path(name), served.path(name)).stream())
                .toList();
    }

    @Test
    void the_contract_can_be_read_and_tried_in_the_browser() {
        RestAssured.get("/q/swagger-ui").then().statusCode(200);
    }
}
