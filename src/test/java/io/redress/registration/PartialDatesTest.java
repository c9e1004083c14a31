package io.redress.registration;

import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People may know only the month or the year of a payment: the service stores that and invents no day. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PartialDatesTest {

    private static final String REGISTRATIONS = "/api/v1/registrations";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    @Inject
    Owner owner;

    private static Map<String, Object> investment(String investedOn, String maturesOn) {
        var line = Register.investment("50000.00");
        line.put("investedOn", investedOn);
        line.put("maturesOn", maturesOn);
        return line;
    }

    private static Map<String, Object> repayment(String repaidOn) {
        var line = Register.repayment("1200.00");
        line.put("repaidOn", repaidOn);
        return line;
    }

    private JsonPath remembered() {
        var body = request(register.platform());
        body.put("investments", List.of(investment("2019-05", "2020~"), investment("2019-05-20~", null)));
        body.put("repayments", List.of(repayment("2019~"), repayment("2019-11-20")));
        return register.register(body);
    }

    private JsonPath read(String id) {
        return people.clerk()
                .get(REGISTRATIONS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void partial_and_approximate_dates_are_returned_as_entered() {
        var read = read(remembered().getString("id"));
        assertThat(read.getList("investments.investedOn")).containsExactly("2019-05", "2019-05-20~");
        assertThat(read.getList("investments.maturesOn")).containsExactly("2020~", null);
        assertThat(read.getList("repayments.repaidOn")).containsExactly("2019~", "2019-11-20");
    }

    @Test
    void a_correction_can_replace_a_month_by_a_day_and_keeps_the_other_dates() {
        var id = remembered().getString("id");
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "合同写明日期", "investments", List.of(investment("2019-05-20", "2020~"))))
                .post(REGISTRATIONS + "/" + id + "/correct")
                .then()
                .statusCode(200)
                .body("investments[0].investedOn", equalTo("2019-05-20"))
                .body("investments[0].maturesOn", equalTo("2020~"))
                .body("repayments.repaidOn", contains("2019~", "2019-11-20"));
    }

    @Test
    void merged_lines_keep_their_dates() {
        var platform = register.platform();
        var body = request(platform);
        body.put("investments", List.of(investment("2019-05", "2020~")));
        body.put("repayments", List.of());
        var from = register.register(body).getString("id");
        var into = register.register(platform).getString("id");
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", into, "carryAmounts", true, "reason", "同一人"))
                .post(REGISTRATIONS + "/" + from + "/merge")
                .then()
                .statusCode(200);
        assertThat(read(into).getList("investments.investedOn")).containsExactlyInAnyOrder("2019-05-20", "2019-05");
    }

    @Test
    void the_extract_formats_partial_dates() {
        var investor = remembered().getString("investor.id");
        var page = people.chief()
                .body(Map.of("identifiedBy", "本人持身份证到窗口申请"))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains(">2019年5月<", ">约2019年5月20日<", ">约2019年<", ">2019年11月20日<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2019-13", "2019-00", "2019-5", "19", "2019-05-XX", "2019?", "2019年5月", "约2019", "2019-05~~"})
    void an_invalid_date_is_refused_with_its_pointer(String value) throws IOException {
        var body = Register.with(request(register.platform()), "/investments/0/investedOn", "\"" + value + "\"");
        refusals.post(REGISTRATIONS, () -> people.clerk().body(body))
                .is(422, "invalid-request")
                .at("/investments/0/investedOn")
                .saying("Not a valid date. Write 2019-05-20, or 2019-05 or 2019");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2999        |         |            | /investments/0/investedOn | later than today
            2999~       |         |            | /investments/0/investedOn | later than today
            1799        |         |            | /investments/0/investedOn | before the year 1800
            2019-05     | 2018    |            | /investments/0/maturesOn  | matures before
            2019-05-20  | 2019-04 |            | /investments/0/maturesOn  | matures before
            2019-05     |         | 2019-04-30 | /repayments/0/repaidOn    | before the first investment (2019-05)
            2019-05~    |         | 2019-03    | /repayments/0/repaidOn    | before the first investment (about 2019-05)
            2019        |         | 2017~      | /repayments/0/repaidOn    | before the first investment (2019)
            """)
    void dates_that_are_certainly_inconsistent_are_refused(
            String investedOn, String maturesOn, String repaidOn, String pointer, String words) {
        var body = request(register.platform());
        body.put("investments", List.of(investment(investedOn, maturesOn)));
        body.put("repayments", repaidOn == null ? List.of() : List.of(repayment(repaidOn)));
        refusals.post(REGISTRATIONS, () -> people.clerk().body(body))
                .is(422, "invalid-request")
                .at(pointer)
                .saying(words);
    }

    @Test
    void the_message_of_a_refusal_formats_the_month_in_its_language() {
        var body = request(register.platform());
        body.put("investments", List.of(investment("2019-05~", null)));
        body.put("repayments", List.of(repayment("2018")));
        var refusal = refusals.post(REGISTRATIONS, () -> people.clerk().body(body));
        assertThat(refusal.chinese().getString("errors[0].message")).contains("（约2019年5月）");
        assertThat(refusal.english().getString("errors[0].message")).contains("(about 2019-05)");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05, 2019-05-01, 2019-05-01",
        "2019-05-20, 2019, 2019",
        "2019-05-20, 2019-05, 2019-05",
        "2019-05~, 2019-04, 2019-04-01",
        "2019, 2019-01, 2018~"
    })
    void dates_that_may_be_consistent_are_accepted(String investedOn, String maturesOn, String repaidOn) {
        var body = request(register.platform());
        body.put("investments", List.of(investment(investedOn, maturesOn)));
        body.put("repayments", List.of(repayment(repaidOn)));
        assertThat(register.register(body).getString("investments[0].maturesOn"))
                .isEqualTo(maturesOn);
    }

    @Test
    void the_database_refuses_a_month_with_another_day_than_the_first() {
        var id = remembered().getString("id");
        for (var change : List.of(
                "update investment set invested_on = '2019-05-02' where invested_on_precision = 'MONTH'",
                "update investment set matures_on_precision = null where matures_on is not null",
                "update repayment set repaid_on_precision = 'WEEK' where true",
                "update repayment set repaid_on = '2019-02-01' where repaid_on_precision = 'YEAR'")) {
            assertThatThrownBy(() -> owner.execute(change + " and registration_id = '" + id + "'"))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("violates check constraint");
        }
    }
}
