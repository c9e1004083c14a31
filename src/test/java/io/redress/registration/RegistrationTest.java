package io.redress.registration;

import static io.redress.testing.Register.KAIYUAN;
import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

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
        var platform = register.platform();
        people.clerk()
                .body(request(platform))
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
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
    void the_same_person_on_the_same_platform_is_refused_with_the_number() {
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
    void a_net_gain_is_kept_negative_and_warned_of() {
        var body = request(register.platform());
        body.put("investments", List.of(Register.investment("20000.00")));
        body.put("repayments", List.of(Register.repayment("26000.00")));
        var view = register.register(body);
        assertThat(view.getString("netLoss")).isEqualTo("-6000.00");
        assertThat(view.getList("warnings.code")).containsExactly("NET_GAIN");
    }

    @Test
    void rolled_over_interest_is_no_new_principal() {
        var body = request(register.platform());
        var rolledOver = Register.investment("500000.00");
        rolledOver.put("rolledOver", true);
        body.put("investments", List.of(Register.investment("500000.00"), rolledOver));
        body.put("repayments", List.of());
        assertThat(register.register(body).getString("netLoss")).isEqualTo("500000.00");
    }

    @Test
    void a_correction_names_the_version_it_saw() {
        var id = register.register(register.platform()).getString("id");
        var correction = Map.of("reason", "漏登一笔投资", "investments", List.of(Register.investment("30000.00")));
        people.clerk()
                .body(correction)
                .post("/api/v1/registrations/" + id + "/correct")
                .then()
                .statusCode(428);
        people.clerk()
                .header("If-Match", "\"9\"")
                .body(correction)
                .post("/api/v1/registrations/" + id + "/correct")
                .then()
                .statusCode(412);
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(correction)
                .post("/api/v1/registrations/" + id + "/correct")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("netLoss", equalTo("28800.00"));
        people.clerk()
                .get("/api/v1/registrations/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("RECEIVED", "CORRECTED"))
                .body("items.netLoss", contains("48800.00", "28800.00"));
    }

    @Test
    void verified_totals_stand_beside_the_declared_ones_and_count() {
        var id = register.register(register.platform()).getString("id");
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "principal", "45000.00", "principalRepaid", "0.00", "returnsPaid", "1200.00", "note", "流水"))
                .post("/api/v1/registrations/" + id + "/verify")
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFIED"))
                .body("declared.netLoss", equalTo("48800.00"))
                .body("verified.netLoss", equalTo("43800.00"))
                .body("netLoss", equalTo("43800.00"));
    }

    @Test
    void a_clerk_may_not_verify() {
        var id = register.register(register.platform()).getString("id");
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("principal", "1.00", "principalRepaid", "0.00", "returnsPaid", "0.00", "note", "x"))
                .post("/api/v1/registrations/" + id + "/verify")
                .then()
                .statusCode(403);
    }

    @Test
    void a_withdrawn_registration_stays_as_it_was_and_the_person_may_register_again() {
        var platform = register.platform();
        var number = Register.residentNumber();
        var id = register.register(request(platform, number)).getString("id");
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "本人要求撤回"))
                .post("/api/v1/registrations/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        people.clerk()
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "再撤一次"))
                .post("/api/v1/registrations/" + id + "/withdraw")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/registration-ended"));
        register.register(request(platform, number));
    }

    @Test
    void two_registrations_of_one_platform_are_merged_with_their_amounts() {
        var platform = register.platform();
        var into = register.register(platform);
        var from = register.register(platform);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", into.getString("id"), "carryAmounts", true, "reason", "同一人以护照重复登记"))
                .post("/api/v1/registrations/" + from.getString("id") + "/merge")
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedIntoId", equalTo(into.getString("id")));
        people.clerk()
                .get("/api/v1/registrations/" + into.getString("id"))
                .then()
                .body("netLoss", equalTo("97600.00"))
                .body("investments", hasSize(2));
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
    void a_person_is_found_by_number_phone_name_and_pinyin() {
        var number = Register.residentNumber();
        var body = request(register.platform(), number);
        investorOf(body).put("name", "欧阳𠮷祥");
        investorOf(body).put("phone", "139 0013-9000");
        var id = register.register(body).getString("investor.id");
        for (var criterion : List.of(
                Map.of("documentNumber", number),
                Map.of("phone", "+86 13900139000"),
                Map.of("name", "欧阳𠮷"),
                Map.of("name", "oyx"),
                Map.of("name", "ouyang"))) {
            people.clerk()
                    .body(criterion)
                    .post("/api/v1/investors/lookup")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        people.officerOf(Register.CHENGXI)
                .body(Map.of("documentNumber", number))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void the_register_is_paged_without_gap_or_repetition() {
        var platform = register.platform();
        for (var i = 0; i < 5; i++) {
            register.register(platform);
        }
        var seen = new java.util.ArrayList<String>();
        String cursor = null;
        do {
            var query = people.clerk().queryParam("platformId", platform).queryParam("limit", 2);
            if (cursor != null) {
                query.queryParam("cursor", cursor);
            }
            var page = query.get("/api/v1/registrations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.number"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        var platform = register.platform();
        register.register(platform);
        register.register(platform);
        String cursor = people.clerk()
                .queryParam("platformId", platform)
                .queryParam("limit", 1)
                .get("/api/v1/registrations")
                .path("next");
        people.clerk()
                .queryParam("cursor", cursor)
                .get("/api/v1/registrations")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/foreign-cursor"));
    }

    @Test
    void the_register_is_narrowed_by_platform_area_status_and_day() {
        var platform = register.platform();
        var id = register.register(platform).getString("id");
        for (var query : List.of(
                Map.of("areaCode", KAIYUAN),
                Map.of("areaCode", "445102010"),
                Map.of("status", "RECEIVED"),
                Map.of("receivedFrom", "2020-01-01", "receivedTo", "2999-01-01"))) {
            people.clerk()
                    .queryParam("platformId", platform)
                    .queryParams(query)
                    .get("/api/v1/registrations")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        for (var query : List.of(
                Map.of("areaCode", "445102008"), Map.of("status", "WITHDRAWN"), Map.of("receivedTo", "2020-01-01"))) {
            people.clerk()
                    .queryParam("platformId", platform)
                    .queryParams(query)
                    .get("/api/v1/registrations")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    void the_whole_number_cannot_be_put_together_from_the_view() {
        var number = Register.residentNumber();
        var body = request(register.platform(), number);
        var view = register.register(body).prettify();
        assertThat(view).doesNotContain(number).doesNotContain(number.substring(6, 14));
        assertThat(view).doesNotContain("-" + number.substring(10, 12) + "-" + number.substring(12, 14));
    }

    @Test
    void a_merged_registration_hands_over_what_is_known_and_refuses_to_add_verified_amounts() {
        var platform = register.platform();
        var body = request(platform);
        body.put("actedAsSalesperson", true);
        body.put("policeReport", Map.of("authority", "湘桥公安分局", "reportedOn", "2021-02-01"));
        body.put("evidenceShown", List.of("BANK_STATEMENT"));
        var from = register.register(body).getString("id");
        var into = register.register(platform).getString("id");
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("principal", "1.00", "principalRepaid", "0.00", "returnsPaid", "0.00", "note", "x"))
                .post("/api/v1/registrations/" + into + "/verify")
                .then()
                .statusCode(200);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", into, "carryAmounts", true, "reason", "x"))
                .post("/api/v1/registrations/" + from + "/merge")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/merge-carry-verified"));
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", into, "carryAmounts", false, "reason", "x"))
                .post("/api/v1/registrations/" + from + "/merge")
                .then()
                .statusCode(200);
        people.clerk()
                .get("/api/v1/registrations/" + into)
                .then()
                .body("actedAsSalesperson", equalTo(true))
                .body("policeReport.authority", equalTo("湘桥公安分局"))
                .body("evidenceComplete", equalTo(true));
    }

    @Test
    void a_masked_account_sent_back_keeps_the_account_it_stands_for() {
        var body = request(register.platform());
        var line = Register.investment("50000.00");
        line.put("bankAccount", "6225881414207430");
        body.put("investments", List.of(line));
        var view = register.register(body);
        var shown = view.getString("investments[0].bankAccount");
        assertThat(shown).endsWith("7430").contains("*");
        line.put("bankAccount", shown);
        line.put("principal", "40000.00");
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "x", "investments", List.of(line)))
                .post("/api/v1/registrations/" + view.getString("id") + "/correct")
                .then()
                .statusCode(200)
                .body("investments[0].bankAccount", equalTo(shown))
                .body("warnings", hasSize(0));
        line.put("bankAccount", "************9999");
        people.clerk()
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "x", "investments", List.of(line)))
                .post("/api/v1/registrations/" + view.getString("id") + "/correct")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/investments/0/bankAccount"));
    }

    @Test
    void a_correction_that_leaves_the_sums_alone_is_a_new_version_too() {
        var view = register.register(register.platform());
        var line = Register.investment("50000.00");
        line.put("contractNumber", "补记的合同号");
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "补合同号", "investments", List.of(line)))
                .post("/api/v1/registrations/" + view.getString("id") + "/correct")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void somebody_known_in_another_area_is_not_shown_to_a_clerk_of_this_one() {
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
    void what_was_not_known_of_a_known_person_is_added_and_what_differs_is_warned_of() {
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
