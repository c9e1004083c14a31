package io.redress.registration;

import static io.redress.testing.Bulletining.BULLETINS;
import static io.redress.testing.Register.platformRequest;
import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.AtOnce;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The set-off rule of a platform determines the loss, on paper and on the screen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SetOffTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    /** 50 000 paid in, and a repayment of every kind. */
    private static Map<String, Object> everyKind(String platform) {
        var request = request(platform);
        var kinds = List.of(
                "PRINCIPAL", "CLEARANCE", "INTEREST", "DIVIDEND", "REBATE", "REWARD", "CONSUMPTION_OFFSET", "GOODS");
        var repayments = kinds.stream()
                .map(kind -> {
                    var repayment = Register.repayment(Math.round(Math.pow(2, kinds.indexOf(kind))) + ".00");
                    repayment.put("kind", kind);
                    return repayment;
                })
                .toList();
        request.put("repayments", repayments);
        return request;
    }

    private static String[] parts(String parts) {
        return parts == null ? new String[0] : parts.split(" ");
    }

    @ParameterizedTest
    @CsvSource({
        ", 49997.00",
        "RETURNS, 49937.00",
        "CONSUMPTION, 49933.00",
        "GOODS, 49869.00",
        "RETURNS CONSUMPTION, 49873.00",
        "RETURNS CONSUMPTION GOODS, 49745.00"
    })
    void the_net_loss_is_calculated_by_the_formula_of_the_platform(String setOff, String netLoss) {
        var known = register.register(everyKind(register.platformThatSetsOff(parts(setOff))));
        assertThat(known.getString("netLoss")).isEqualTo(netLoss);
        assertThat(known.getMap("declared"))
                .containsEntry("principal", "50000.00")
                .containsEntry("principalRepaid", "3.00")
                .containsEntry("returnsPaid", "60.00")
                .containsEntry("consumption", "64.00")
                .containsEntry("goodsReceived", "128.00");
    }

    @Test
    void verified_and_adjudicated_losses_use_the_same_formula() {
        var id = register.register(register.platformThatSetsOff("GOODS")).getString("id");
        establish(id, 0, "verify", Map.of("consumption", "700.00", "goodsReceived", "30.00"))
                .body("netLoss", equalTo("39970.00"))
                .body("verified.consumption", equalTo("700.00"));
        establish(id, 1, "adjudicate", Map.of("goodsReceived", "40.00"))
                .body("netLoss", equalTo("39960.00"))
                .body("adjudicated.consumption", equalTo("0.00"));
    }

    private ValidatableResponse establish(String id, int version, String step, Map<String, Object> more) {
        var totals = new HashMap<String, Object>(
                Map.of("principal", "50000.00", "principalRepaid", "10000.00", "returnsPaid", "999.00", "note", "流水"));
        totals.putAll(more);
        return people.chief()
                .header("If-Match", "\"" + version + "\"")
                .body(totals)
                .post("/api/v1/registrations/" + id + "/" + step)
                .then()
                .statusCode(200);
    }

    @Test
    void a_negative_part_is_refused_with_its_pointer() {
        var id = register.register(register.platform()).getString("id");
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "principal",
                        "1.00",
                        "principalRepaid",
                        "0.00",
                        "returnsPaid",
                        "0.00",
                        "consumption",
                        "-1.00",
                        "goodsReceived",
                        "-0.01",
                        "note",
                        "x"))
                .post("/api/v1/registrations/" + id + "/verify")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/consumption", "/goodsReceived"));
    }

    @Test
    void the_slip_shows_the_calculation_of_the_loss() {
        var id = register.register(everyKind(register.platformThatSetsOff("RETURNS", "CONSUMPTION")))
                .getString("id");
        people.clerk()
                .get("/api/v1/registrations/" + id + "/slip")
                .then()
                .statusCode(200)
                .body(containsString("投入本金 50,000.00－已返还本金 3.00－已付回报 60.00－消费 64.00（不抵扣：取得实物价值 128.00）"));
    }

    @Test
    void bulletins_explain_the_calculation_of_losses() {
        var one = register.platform();
        var other = register.platformThatSetsOff("CONSUMPTION");
        var empty = register.platformThatSetsOff("GOODS");
        var week = weeks.next();
        register.register(everyKind(one));
        register.register(everyKind(other));
        weeks.close(week);
        people.clerk()
                .get(BULLETINS + "/" + bulletins.draft(other, week))
                .then()
                .body("sections[0].body", containsString("净损失按“投入本金－已返还本金－消费”计算。"));
        var nobody = people.clerk()
                .get(BULLETINS + "/" + bulletins.draft(empty, week))
                .path("sections[0].body")
                .toString();
        assertThat(nobody).doesNotContain("净损失按");
        var digest = people.clerk()
                .get(BULLETINS + "/" + bulletins.draft(null, week))
                .path("sections[0].body")
                .toString();
        assertThat(digest).containsPattern("净损失的计算：.*按“投入本金－已返还本金－消费”.*。").contains("按“投入本金－已返还本金－已付回报－消费－取得实物价值”");
    }

    @Test
    void the_formula_can_be_changed_until_the_first_registration() {
        var platform = register.platformThatSetsOff("RETURNS");
        assertThat(change(platform, "GOODS")).isEqualTo(200);
        var id = register.register(everyKind(platform)).getString("id");
        people.chief()
                .header("If-Match", "\"1\"")
                .body(changed(platform, "RETURNS"))
                .put("/api/v1/platforms/" + platform)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/loss-formula-fixed"));
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "不登记了"))
                .post("/api/v1/registrations/" + id + "/withdraw")
                .then()
                .statusCode(200);
        assertThat(change(platform, "RETURNS")).as("past weeks counted it").isEqualTo(409);
        assertThat(change(platform, "GOODS")).as("all else may change").isEqualTo(200);
    }

    private int change(String platform, String setOff) {
        return people.chief()
                .header(
                        "If-Match",
                        people.chief().get("/api/v1/platforms/" + platform).header("ETag"))
                .body(changed(platform, setOff))
                .put("/api/v1/platforms/" + platform)
                .statusCode();
    }

    private Map<String, Object> changed(String platform, String setOff) {
        String name = people.chief().get("/api/v1/platforms/" + platform).path("name");
        var request = platformRequest(name);
        request.put("setOff", List.of(setOff));
        return request;
    }

    @RepeatedTest(3)
    void a_registration_during_a_change_of_the_formula_uses_the_final_formula() {
        var platform = register.platformThatSetsOff("RETURNS");
        var request = everyKind(platform);
        people.clerk();
        people.chief();
        var answers = AtOnce.all(List.<Callable<Response>>of(
                () -> people.clerk().body(request).post("/api/v1/registrations"),
                () -> people.chief()
                        .header("If-Match", "\"0\"")
                        .body(changed(platform, "GOODS"))
                        .put("/api/v1/platforms/" + platform)));
        assertThat(answers.get(0).statusCode()).isEqualTo(201);
        var stays = people.chief().get("/api/v1/platforms/" + platform).path("setOff[0]");
        assertThat(answers.get(1).statusCode()).isEqualTo("GOODS".equals(stays) ? 200 : 409);
        assertThat(answers.get(0).path("netLoss").toString())
                .isEqualTo("GOODS".equals(stays) ? "49869.00" : "49937.00");
    }
}
