package io.redress.registration.correction;

import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CorrectionTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Test
    void a_correction_without_the_current_version_is_refused() {
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
                .header("ETag", startsWith("\"1-"))
                .body("netLoss", equalTo("28800.00"));
        people.clerk()
                .get("/api/v1/registrations/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("RECEIVED", "CORRECTED"))
                .body("items.netLoss", contains("48800.00", "28800.00"));
    }

    @Test
    void verified_totals_are_shown_beside_the_declared_ones_and_counted() {
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
    void a_withdrawn_registration_cannot_be_changed_and_the_person_can_register_again() {
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
    void a_merge_transfers_missing_details_and_refuses_to_add_to_verified_amounts() {
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

    private void merge(String from, String into) {
        people.chief()
                .header(
                        "If-Match",
                        people.chief().get("/api/v1/registrations/" + from).header("ETag"))
                .body(Map.of("intoId", into, "carryAmounts", false, "reason", "同一人"))
                .post("/api/v1/registrations/" + from + "/merge")
                .then()
                .statusCode(200);
    }

    @Test
    void a_merge_transfers_files_and_contact_details() {
        var platform = register.platform();
        var body = request(platform);
        Register.investorOf(body).put("phone", "13900139000");
        Register.investorOf(body).put("emergencyContact", Map.of("name", "陈大文", "phone", "13700137000"));
        var from = register.register(body).getString("id");
        var into = register.register(platform).getString("id");
        people.clerk()
                .contentType("multipart/form-data")
                .multiPart("kind", "CONTRACT")
                .multiPart("file", "contract.txt", "合同".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/api/v1/registrations/" + from + "/evidence")
                .then()
                .statusCode(201);
        merge(from, into);
        people.clerk().get("/api/v1/registrations/" + from + "/evidence").then().body("items", hasSize(0));
        people.clerk()
                .get("/api/v1/registrations/" + into + "/evidence")
                .then()
                .body("items.fileName", contains("contract.txt"));
        people.clerk()
                .get("/api/v1/registrations/" + into)
                .then()
                .body("investor.phone", equalTo("138****8000"))
                .body("investor.otherPhone", equalTo("139****9000"))
                .body("investor.emergencyPhone", equalTo("137****7000"));
    }

    @Test
    void a_merged_person_cannot_register_again_and_the_problem_names_the_last_registration() {
        var platform = register.platform();
        var number = Register.residentNumber();
        var first = register.register(request(platform, number)).getString("id");
        var second = register.register(platform).getString("id");
        var last = register.register(platform);
        merge(first, second);
        merge(second, last.getString("id"));
        people.clerk().get("/api/v1/registrations/" + first).then().body("mergedIntoId", equalTo(last.getString("id")));
        people.clerk()
                .body(request(platform, number))
                .post("/api/v1/registrations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-registered"))
                .body("number", equalTo(last.getString("number")));
        register.register(request(register.platform(), number));
    }

    @Test
    void a_masked_bank_account_in_a_correction_keeps_the_stored_one() {
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
    void a_correction_without_changed_totals_is_a_new_version() {
        var view = register.register(register.platform());
        var line = Register.investment("50000.00");
        line.put("contractNumber", "补记的合同号");
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "补合同号", "investments", List.of(line)))
                .post("/api/v1/registrations/" + view.getString("id") + "/correct")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"));
    }
}
