package io.redress.registration;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegistrationTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Test
    void a_person_is_registered_with_number_net_loss_and_masked_details() {
        var body = request(register.platform());
        investorOf(body).put("name", "林独名");
        people.clerk()
                .body(body)
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"0-"))
                .body("number", matchesPattern("\\d{4}-\\d{6}-\\d"))
                .body("status", equalTo("RECEIVED"))
                .body("netLoss", equalTo("48800.00"))
                .body("declared.returnsPaid", equalTo("1200.00"))
                .body("investor.documentNumber", matchesPattern("445102\\*{8}.{4}"))
                .body("investor.phone", equalTo("138****8000"))
                .body("investor.birthYear", equalTo(1970))
                .body("warnings", hasSize(0));
    }

    @Test
    void a_second_registration_on_the_same_platform_is_refused_with_the_number() {
        var platform = register.platform();
        var number = Register.residentNumber();
        var first = register.register(request(platform, number)).getString("number");
        people.clerk()
                .header("Accept-Language", "en")
                .body(request(platform, number.toLowerCase()))
                .post("/api/v1/registrations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-registered"))
                .body("number", equalTo(first));
    }

    @Test
    void the_same_person_on_another_platform_is_linked() {
        var number = Register.residentNumber();
        var first = register.register(request(register.platform(), number));
        var second = register.register(request(register.platform(), number));
        assertThat(second.getString("investor.id")).isEqualTo(first.getString("investor.id"));
        assertThat(second.getList("warnings.code")).containsExactly("REGISTERED_ON_OTHER_PLATFORM");
        assertThat(second.getList("investor.registrations")).hasSize(2);
    }

    @Test
    void a_net_gain_stays_negative_and_gets_a_warning() {
        var body = request(register.platform());
        investorOf(body).put("name", "林盈余");
        body.put("investments", List.of(Register.investment("20000.00")));
        body.put("repayments", List.of(Register.repayment("26000.00")));
        var view = register.register(body);
        assertThat(view.getString("netLoss")).isEqualTo("-6000.00");
        assertThat(view.getList("warnings.code")).containsExactly("NET_GAIN");
    }

    @Test
    void rolled_over_interest_is_not_counted_as_principal() {
        var body = request(register.platform());
        var rolledOver = Register.investment("500000.00");
        rolledOver.put("rolledOver", true);
        body.put("investments", List.of(Register.investment("500000.00"), rolledOver));
        body.put("repayments", List.of());
        assertThat(register.register(body).getString("netLoss")).isEqualTo("500000.00");
    }

    @Test
    void an_officer_sees_nothing_outside_the_area() {
        var inside = register.register(register.platform()).getString("id");
        people.officerOf(Register.NEW_TAIPING)
                .get("/api/v1/registrations/" + inside)
                .then()
                .statusCode(200);
        var officer = people.officerOf(Register.CHENGXI);
        officer.get("/api/v1/registrations/" + inside).then().statusCode(404);
        people.officerOf(Register.CHENGXI)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "x"))
                .post("/api/v1/registrations/" + inside + "/withdraw")
                .then()
                .statusCode(404);
        people.officerOf(Register.CHENGXI)
                .body(request(register.platform()))
                .post("/api/v1/registrations")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/investor/address"));
    }

    @Test
    void the_view_does_not_contain_the_hidden_part_of_the_number() {
        var number = Register.residentNumber();
        var body = request(register.platform(), number);
        var view = register.register(body).prettify();
        assertThat(view).doesNotContain(number).doesNotContain(number.substring(6, 14));
        assertThat(view).doesNotContain("-" + number.substring(10, 12) + "-" + number.substring(12, 14));
    }

    @Test
    void a_person_known_in_another_area_is_not_shown() {
        var number = Register.residentNumber();
        var known = request(register.platform(), number);
        investorOf(known).put("address", Map.of("areaCode", "445102008001"));
        register.register(known);
        people.officerOf(Register.NEW_TAIPING)
                .body(request(register.platform(), number))
                .post("/api/v1/registrations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/known-in-another-area"));
    }

    @Test
    void missing_details_of_a_known_person_are_added_and_different_ones_get_a_warning() {
        var number = Register.residentNumber();
        var first = request(register.platform(), number);
        investorOf(first).remove("phone");
        register.register(first);
        var second = request(register.platform(), number);
        investorOf(second).put("phone", "13900139001");
        var added = register.register(second);
        assertThat(added.getString("investor.phone")).isEqualTo("139****9001");
        assertThat(added.getList("warnings.code")).containsExactly("REGISTERED_ON_OTHER_PLATFORM");
        var third = request(register.platform(), number);
        assertThat(register.register(third).getList("warnings.code")).contains("CONTACT_DIFFERS");
    }
}
