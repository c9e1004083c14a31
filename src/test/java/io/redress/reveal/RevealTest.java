package io.redress.reveal;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.registration.PersonalField;
import io.redress.testing.AtOnce;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RevealTest {

    private static final String CHENGXI = Register.CHENGXI;

    @Inject
    People people;

    @Inject
    Register register;

    private String somebody(String number) {
        var request = request(register.platform(), number);
        investorOf(request).put("otherPhone", "13900139000");
        investorOf(request).put("emergencyContact", Map.of("name", "陈大文", "relation", "父子", "phone", "13700137000"));
        var line = Register.investment("50000.00");
        line.put("bankAccount", "6222 0200 0000 0000 009");
        request.put("investments", List.of(line));
        request.put("platformAccounts", List.of(Map.of("username", "tdw_8812", "registeredPhone", "13600136000")));
        var agent = Register.agent(residentNumber());
        agent.put("phone", "13400134000");
        request.put("agent", agent);
        request.put("salesperson", Map.of("name", "某业务员", "phone", "13500135000"));
        return register.register(request).getString("investor.id");
    }

    private static ValidatableResponse reveal(RequestSpecification as, String investor, Object body) {
        return as.body(body).post("/api/v1/investors/" + investor + "/reveals").then();
    }

    @Test
    void only_the_requested_fields_are_revealed() {
        var number = residentNumber();
        var investor = somebody(number);
        reveal(
                        people.clerk(),
                        investor,
                        Map.of("fields", List.of("DOCUMENT_NUMBER", "PHONE"), "purpose", "CHECK_IDENTITY"))
                .statusCode(200)
                .body("items.field", contains("DOCUMENT_NUMBER", "PHONE"))
                .body("items.value", contains(number, "13800138000"));
    }

    @ParameterizedTest
    @EnumSource(PersonalField.class)
    void every_masked_field_can_be_revealed(PersonalField field) {
        var investor = somebody(residentNumber());
        var values = reveal(
                        people.chief(),
                        investor,
                        Map.of("fields", List.of(field.name()), "purpose", "CONTACT_THE_PERSON"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.value", String.class);
        assertThat(values).isNotEmpty().noneMatch(value -> value.contains("*"));
    }

    @Test
    void a_revealed_value_of_a_registration_has_its_number() {
        var investor = somebody(residentNumber());
        reveal(people.clerk(), investor, Map.of("fields", List.of("BANK_ACCOUNT"), "purpose", "VERIFY_OR_RETURN_MONEY"))
                .body("items.value", contains("6222020000000000009"))
                .body("items[0].registrationNumber.length()", equalTo(13));
    }

    @Test
    void a_reveal_is_recorded_with_user_fields_and_purpose() {
        var investor = somebody(residentNumber());
        reveal(people.clerk(), investor, Map.of("fields", List.of("PHONE"), "purpose", "CONTACT_THE_PERSON"));
        reveal(
                        people.clerk(),
                        investor,
                        Map.of("fields", List.of("PHONE", "STREET_ADDRESS"), "purpose", "OTHER", "note", "送达通知"))
                .statusCode(200);
        people.chief()
                .get("/api/v1/investors/" + investor + "/reveals")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].fields", containsInAnyOrder("PHONE", "STREET_ADDRESS"))
                .body("items[0].note", equalTo("送达通知"))
                .body("items[0].accountName", equalTo("test.clerk"))
                .body("items[1].purpose", equalTo("CONTACT_THE_PERSON"));
        people.clerk().get("/api/v1/investors/" + investor + "/reveals").then().statusCode(403);
    }

    @Test
    void a_reveal_needs_fields_a_purpose_and_a_note_for_another_purpose() {
        var investor = somebody(residentNumber());
        reveal(people.clerk(), investor, Map.of("fields", List.of("PHONE"), "purpose", "OTHER"))
                .statusCode(422)
                .body("errors.pointer", contains("/note"));
        reveal(people.clerk(), investor, Map.of("fields", List.of(), "purpose", "CHECK_IDENTITY"))
                .statusCode(422)
                .body("errors.pointer", contains("/fields"));
        reveal(people.clerk(), investor, Map.of("fields", List.of("PHONE")))
                .statusCode(422)
                .body("errors.pointer", contains("/purpose"));
        reveal(people.clerk(), investor, Map.of("fields", List.of("SHOE_SIZE"), "purpose", "CHECK_IDENTITY"))
                .statusCode(422);
    }

    @Test
    void people_of_another_area_and_other_roles_than_caseworkers_are_refused() {
        var investor = somebody(residentNumber());
        var body = Map.of("fields", List.of("PHONE"), "purpose", "CHECK_IDENTITY");
        reveal(people.officerOf(CHENGXI), investor, body).statusCode(404);
        for (var role : List.of(Role.ADMIN, Role.AUDITOR, Role.BRANCH_LIAISON, Role.TIP_HANDLER, Role.DIRECTOR)) {
            reveal(people.as(role, null), investor, body).statusCode(403);
        }
    }

    @Test
    void reveals_over_the_limit_are_refused_even_in_concurrent_requests() throws Exception {
        var investor = somebody(residentNumber());
        var officer = Register.NEW_TAIPING;
        var body = Map.of("fields", List.of("PHONE"), "purpose", "CHECK_IDENTITY");
        people.officerOf(officer).get("/api/v1/me").then().statusCode(200);
        Callable<Integer> look = () -> people.officerOf(officer)
                .body(body)
                .post("/api/v1/investors/" + investor + "/reveals")
                .statusCode();
        for (var looked = 0; looked < 59; looked++) {
            assertThat(look.call()).isEqualTo(200);
        }
        var statuses = AtOnce.all(Collections.nCopies(11, look));
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(10);
        var refused = reveal(people.officerOf(officer), investor, body)
                .statusCode(429)
                .body("type", equalTo("/problems/revealed-too-often"))
                .extract();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3000, 3600);
        reveal(people.chief(), investor, body).statusCode(200);
    }

    @Test
    void an_extract_has_all_data_of_a_person_and_counts_as_a_reveal() {
        var number = residentNumber();
        var investor = somebody(number);
        reveal(people.clerk(), investor, Map.of("fields", List.of("PHONE"), "purpose", "CONTACT_THE_PERSON"));
        var page = people.chief()
                .body(Map.of("identifiedBy", "本人持身份证到窗口申请"))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
        assertThat(page)
                .contains(number, "13800138000", "13900139000", "13700137000", "13600136000", "13500135000")
                .contains("6222020000000000009", "开元路12号", "陈大文", "50000.00", "1200.00", "活期宝", "联系本人", "第四十五条");
        people.chief()
                .get("/api/v1/investors/" + investor + "/reveals")
                .then()
                .body("items[0].kind", equalTo("EXTRACT"))
                .body("items[0].purpose", equalTo("REQUESTED_BY_THE_PERSON"));
        people.officerOf(CHENGXI)
                .body(Map.of("identifiedBy", "本人"))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(404);
        people.clerk()
                .body(Map.of("identifiedBy", " "))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(422);
    }
}
