package io.redress.registration;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Refusals.Refusal;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One error in an otherwise valid form, at the place in the first column. All people in it are invented. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadInputTest {

    private static final String REGISTRATIONS = "/api/v1/registrations";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    private Refusal refuse(Object body) {
        return refusals.post(REGISTRATIONS, () -> people.clerk().body(body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /channel                    | null                | Must be given
            /channel                    | "PIGEON"            | WINDOW, PHONE
            /investor/name              | 5                   | Must be text
            /investor/name              | ["陈小明"]           | Must be text
            /investor/name              | null                | Must be given
            /investor/name              | ""                  | visible text
            /investor/name              | "  "                | visible text
            /investor/name              | "\\u3000\\u00a0"    | visible text
            /investor/name              | "\\u200b\\ufeff\\u2060\\u202e" | visible text
            /investor/name              | "陈\\u0000明"        | NUL
            /investor/name              | "陈\\ud842"          | lone surrogate
            /investor/name              | "\\udfb7陈"          | lone surrogate
            /investor/kind              | true                | PERSON, ORGANISATION
            /investor/kind              | "person"            | PERSON, ORGANISATION
            /investor/kind              | 0                   | PERSON, ORGANISATION
            /investor/kind              | ""                  | PERSON, ORGANISATION
            /investor/sex               | "X"                 | MALE, FEMALE
            /investor/documentType      | {}                  | RESIDENT_ID
            /investor/documentNumber    | 445102198001010018  | Must be text
            /investor/documentNumber    | "\\u200b"           | visible text
            /investor/bornOn            | "2999-01-01"        | later than today
            /investor/bornOn            | "0000-01-01"        | before the year 1800
            /investor/elderly           | "true"              | true or false
            /investor/elderly           | 1                   | true or false
            /investor/phone             | 13800138000         | Must be text
            /investor/phone             | "12345"             | telephone
            /investor/address           | null                | Must be given
            /investor/address           | "开元路12号"         | JSON object
            /investor/address           | []                  | JSON object
            /investor/address/areaCode  | "445102000000"      | not a town or village
            /investor/address/areaCode  | "445102999999"      | not a town or village
            /investor/address/areaCode  | ""                  | not a town or village
            /platformId                 | "7"                 | id (UUID)
            /platformId                 | ""                  | id (UUID)
            /platformId                 | {}                  | id (UUID)
            /platformId                 | "0190a000-0000-7000-8000-000000000000" | no such platform
            /investments                | null                | Must be given
            /investments                | []                  | Must be given
            /investments                | {}                  | Must be a list
            /investments/0              | null                | Must be given
            /investments/0              | []                  | JSON object
            /investments/0/product      | "\\u3000"           | visible text
            /investments/0/rolledOver   | "no"                | true or false
            /investments/0/colour       | "red"               | no such field
            /repayments/0               | null                | Must be given
            /repayments/0/kind          | "GIFT"              | PRINCIPAL, INTEREST
            /evidenceShown              | [null]              | Must be given
            /evidenceShown              | "CONTRACT"          | Must be a list
            /noticesGiven               | null                | Must be given
            /colour                     | 1                   | no such field
            """)
    void a_value_of_the_wrong_type_is_refused_with_its_pointer(String place, String value, String words)
            throws IOException {
        refuse(Register.with(request(register.platform()), place, value))
                .is(422, "invalid-request")
                .at(place)
                .saying(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /investments/0/principal         | 1000                        | a string such as
            /investments/0/principal         | "1e3"                       | a string such as
            /investments/0/principal         | " 5"                        | a string such as
            /investments/0/principal         | "５００"                     | a string such as
            /investments/0/principal         | "NaN"                       | a string such as
            /investments/0/principal         | ""                          | a string such as
            /investments/0/principal         | "1,000.00"                  | a string such as
            /investments/0/principal         | "1.005"                     | at most two decimals
            /investments/0/principal         | "1000000000000000000"       | too large
            /investments/0/principal         | "1000000000000.00"          | more than 999999999999.99
            /investments/0/principal         | "-1.00"                     | less than 0.01
            /investments/0/principal         | "0.00"                      | less than 0.01
            /investments/0/principal         | "-0.00"                     | less than 0.01
            /investments/0/annualRatePercent | "-1"                        | less than 0.00
            /repayments/0/amount             | "-5.00"                     | less than 0.01
            /investments/0/investedOn        | null                        | Must be given
            /investments/0/investedOn        | ""                          | Not a valid date
            /investments/0/investedOn        | "2021-02-30"                | Not a valid date
            /investments/0/investedOn        | "2021/02/01"                | Not a valid date
            /investments/0/investedOn        | "2021-02-01T00:00:00Z"      | Not a valid date
            /investments/0/investedOn        | "+99999-01-01"              | Not a valid date
            /investments/0/investedOn        | [2021, 2, 1]                | Not a valid date
            /investments/0/investedOn        | 18000                       | Not a valid date
            /investments/0/investedOn        | "0000-01-01"                | before the year 1800
            /investments/0/maturesOn         | "+999999999-01-01"          | Not a valid date
            /investments/0/maturesOn         | "2019-05-19"                | matures before
            /repayments/0/repaidOn           | "2999-01-01"                | later than today
            /repayments/0/repaidOn           | "2019-05-19"                | before the first investment (2019-05-20)
            """)
    void an_invalid_amount_or_date_is_refused(String place, String value, String words) throws IOException {
        refuse(Register.with(request(register.platform()), place, value))
                .is(422, "invalid-request")
                .at(place)
                .saying(words);
    }

    @Test
    void an_investment_in_the_future_is_refused_with_one_error() throws IOException {
        var body = request(register.platform());
        body.put("repayments", List.of());
        refuse(Register.with(body, "/investments/0/investedOn", "\"2999-01-01\""))
                .is(422, "invalid-request")
                .at("/investments/0/investedOn")
                .saying("later than today");
    }

    @Test
    void a_branch_of_another_platform_is_refused() {
        var branch = people.chief()
                .body(Map.of("name", "潮州营业部", "closed", false))
                .post("/api/v1/platforms/" + register.platform() + "/branches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var body = request(register.platform());
        body.put("salesperson", Map.of("name", "张业务", "branchId", branch));
        refuse(body).is(422, "invalid-request").at("/salesperson/branchId").saying("no such branch");
    }

    @Test
    void a_police_report_in_the_future_and_an_address_without_an_area_are_refused() {
        var body = request(register.platform());
        body.put("policeReport", Map.of("authority", "湘桥公安分局", "reportedOn", "2999-01-01"));
        investorOf(body).put("address", Map.of());
        refuse(body).is(422, "invalid-request").at("/policeReport/reportedOn", "/investor/address/text");
    }

    @Test
    void a_list_or_a_text_that_is_too_long_is_refused_with_the_limit() throws IOException {
        var many = request(register.platform());
        many.put("investments", Collections.nCopies(201, Register.investment("1.00")));
        refuse(many).is(422, "invalid-request").at("/investments").saying("0 to 200 of them");
        many = request(register.platform());
        many.put("repayments", Collections.nCopies(1001, Register.repayment("1.00")));
        refuse(many).is(422, "invalid-request").at("/repayments").saying("0 to 1000 of them");
        for (var name : List.of("陈".repeat(101), "𠮷".repeat(101))) {
            refuse(Register.with(request(register.platform()), "/investor/name", JSON.writeValueAsString(name)))
                    .is(422, "invalid-request")
                    .at("/investor/name")
                    .saying("0 to 100 characters");
        }
    }

    @Test
    void errors_of_form_are_reported_together() throws IOException {
        var body = Register.with(request(register.platform()), "/investor/name", "\"\\u3000\"")
                .replace("50000.00", "-1.00")
                .replace("\"WINDOW\"", "null");
        refuse(body).is(422, "invalid-request").at("/channel", "/investments/0/principal", "/investor/name");
    }

    @Test
    void violations_of_rules_are_reported_together() throws IOException {
        var body = request(register.platform(), "445100199002290017");
        investorOf(body).put("phone", "12345");
        investorOf(body).put("address", Map.of("areaCode", "445102999999"));
        body.put("agent", Register.agent("4.45102E+17"));
        body.put("repayments", List.of(Register.repayment("1.00"), Register.repayment("2.00")));
        refuse(Register.with(body, "/repayments/1/repaidOn", "\"2018-01-01\""))
                .is(422, "invalid-request")
                .at(
                        "/repayments/1/repaidOn",
                        "/agent/documentNumber",
                        "/investor/documentNumber",
                        "/investor/address/areaCode",
                        "/investor/phone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-TW, en;q=0.5 | 必须提供。
            en-US           | Must be given.
            fr              | 必须提供。
            """)
    void the_messages_of_errors_and_problem_are_in_the_same_language(String languages, String words) {
        var body = request(register.platform());
        body.put("channel", null);
        var problem = JsonPath.from(people.clerk()
                .header("Accept-Language", languages)
                .body(body)
                .post(REGISTRATIONS)
                .asString());
        assertThat(problem.getString("errors[0].message")).isEqualTo(words);
        assertThat(problem.getString("detail").contains("请求")).isEqualTo(words.startsWith("必"));
    }
}
