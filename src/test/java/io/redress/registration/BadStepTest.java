package io.redress.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Refusals.Refusal;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused steps: without a version, on an old version, or with invalid content. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadStepTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOTALS =
            "{\"principal\":\"1.00\",\"principalRepaid\":\"0.00\",\"returnsPaid\":\"0.00\",\"note\":\"与流水一致\"}";
    private static final Map<String, String> STEPS = Map.of(
            "correct", "{\"reason\":\"漏登一笔投资\"}",
            "verify", TOTALS,
            "adjudicate", TOTALS,
            "withdraw", "{\"reason\":\"本人要求撤回\"}",
            "refuse", "{\"reason\":\"不属本案\"}",
            "merge", "{\"intoId\":\"%s\",\"carryAmounts\":true,\"reason\":\"重复登记\"}");

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    private RequestSpecification seeing(String version) {
        return version == null ? people.chief() : people.chief().header("If-Match", version);
    }

    private static String body(String step, String otherId) {
        return STEPS.get(step).formatted(otherId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct", "verify", "adjudicate", "withdraw", "refuse", "merge"})
    void a_step_without_or_with_a_stale_version_is_refused(String step) {
        var platform = register.platform();
        var id = register.register(platform).getString("id");
        var body = body(step, register.register(platform).getString("id"));
        var path = "/api/v1/registrations/" + id + "/" + step;
        refusals.post(path, () -> seeing(null).body(body))
                .is(428, "if-match-required")
                .saying("put its ETag into If-Match");
        refusals.post(path, () -> seeing("").body(body)).is(428, "if-match-required");
        for (var version : List.of("\"1\"", "\"-1\"", "W/\"0\"", "0", "*", "\"0\", \"1\"")) {
            refusals.post(path, () -> seeing(version).body(body))
                    .is(412, "stale")
                    .saying("did not see the latest version");
        }
    }

    @Test
    void a_change_of_contact_details_without_or_with_a_stale_version_is_refused() {
        var path = "/api/v1/investors/" + register.register(register.platform()).getString("investor.id");
        var body = Map.of("reason", "搬家", "phone", "13900139000");
        refusals.of(() -> seeing(null).body(body), sent -> sent.put(path)).is(428, "if-match-required");
        refusals.of(() -> seeing("\"9\"").body(body), sent -> sent.put(path)).is(412, "stale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            correct  | reason          | null                 | /reason                 | Must be given
            correct  | reason          | "\\u3000"            | /reason                 | visible text
            correct  | investments     | []                   | /investments            | 1 to 200
            correct  | investments     | [null]               | /investments/0          | Must be given
            correct  | investments     | [{"product":"x","investedOn":"2020-01-01","principal":"5.00"}] | /repayments/0/repaidOn | before the first
            correct  | repayments      | [{"repaidOn":"2019-05-19","kind":"INTEREST","amount":"5.00"}]  | /repayments/0/repaidOn | before the first
            correct  | policeReport    | {"authority":"x","reportedOn":"2999-01-01"}                    | /policeReport/reportedOn | later than today
            correct  | status          | "VERIFIED"           | /status                 | no such field
            verify   | principal       | "-1.00"              | /principal              | less than 0.00
            verify   | principal       | "1.005"              | /principal              | two decimals
            verify   | principal       | "10000000000000.00"  | /principal              | more than 9999999999999.99
            verify   | returnsPaid     | null                 | /returnsPaid            | Must be given
            verify   | note            | "\\u200b"            | /note                   | visible text
            withdraw | reason          | ""                   | /reason                 | visible text
            merge    | intoId          | null                 | /intoId                 | Must be given
            merge    | intoId          | "7"                  | /intoId                 | id (UUID)
            merge    | intoId          | "0190a000-0000-7000-8000-000000000000" | /intoId | another live registration
            merge    | carryAmounts    | "true"               | /carryAmounts           | true or false
            """)
    void a_step_with_a_wrong_value_is_refused(String step, String field, String value, String place, String words)
            throws IOException {
        var platform = register.platform();
        var id = register.register(platform).getString("id");
        var body = changed(body(step, register.register(platform).getString("id")), field, value);
        refusals.post(
                        "/api/v1/registrations/" + id + "/" + step,
                        () -> seeing("\"0\"").body(body))
                .is(422, "invalid-request")
                .at(place)
                .saying(words);
    }

    private static String changed(String body, String field, String value) throws IOException {
        var tree = (ObjectNode) JSON.readTree(body);
        tree.set(field, JSON.readTree(value));
        return JSON.writeValueAsString(tree);
    }

    @Test
    void a_merge_into_the_same_registration_or_another_platform_is_refused() {
        var id = register.register(register.platform()).getString("id");
        var elsewhere = register.register(register.platform()).getString("id");
        for (var into : List.of(id, elsewhere)) {
            refusals.post(
                            "/api/v1/registrations/" + id + "/merge",
                            () -> seeing("\"0\"").body(body("merge", into)))
                    .is(422, "invalid-request")
                    .at("/intoId")
                    .saying("another live registration of the same platform");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason           | null                     | /reason                 | Must be given
            name             | "\\u200b"                | /name                   | 1 to 100 characters
            name             | ""                       | /name                   | 1 to 100 characters
            phone            | "12"                     | /phone                  | telephone
            emergencyContact | {"name":"\\u3000"}       | /emergencyContact/name  | visible text
            emergencyContact | {"name":"陈","phone":"1"} | /emergencyContact/phone | telephone
            address          | {"areaCode":"445102"}    | /address/areaCode       | not a town or village
            address          | {"text":"月球环形山"}      | /address/text           | recognised
            documentNumber   | "445102198001010018"     | /documentNumber         | no such field
            """)
    void invalid_contact_details_are_refused(String field, String value, String place, String words)
            throws IOException {
        var path = "/api/v1/investors/" + register.register(register.platform()).getString("investor.id");
        var body = changed("{\"reason\":\"搬家\"}", field, value);
        refusals.of(() -> seeing("\"0\"").body(body), sent -> sent.put(path))
                .is(422, "invalid-request")
                .at(place)
                .saying(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\\u200b\"}",
                "{\"name\":\"\\u3000\"}",
                "{\"documentNumber\":\"      \"}",
                "{\"name\":\"陈\",\"phone\":\"13800138000\"}"
            })
    void a_search_for_people_needs_exactly_one_criterion(String body) {
        refuseLookup(body).at("").saying("exactly one thing");
    }

    private Refusal refuseLookup(String body) {
        return refusals.post("/api/v1/investors/lookup", () -> people.clerk().body(body))
                .is(422, "invalid-request");
    }

    @Test
    void a_blank_second_criterion_is_ignored() {
        var known = new HashMap<String, Object>(Map.of("documentNumber", "        "));
        var view = register.register(register.platform());
        known.put("registrationNumber", view.getString("number"));
        List<String> found = people.clerk()
                .body(known)
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(found).containsExactly(view.getString("investor.id"));
        refuseLookup("{\"phone\":\"1\"}").at("/phone").saying("7 to 30 characters");
    }
}
