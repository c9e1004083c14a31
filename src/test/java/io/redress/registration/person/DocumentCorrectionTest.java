package io.redress.registration.person;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.Auditing;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mistyped document number is corrected, and the registrations under it stay. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DocumentCorrectionTest {

    private static final String INVESTORS = "/api/v1/investors/";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Auditing auditing;

    private String investor(String number) {
        return register.register(request(register.platform(), number)).getString("investor.id");
    }

    private static Map<String, Object> correction(String number) {
        return new HashMap<>(Map.of("reason", "末位录错，已核对原件", "documentType", "RESIDENT_ID", "documentNumber", number));
    }

    private ValidatableResponse correct(RequestSpecification as, String id, Map<String, Object> body) {
        var version = people.chief().get(INVESTORS + id).header("ETag");
        return as.header("If-Match", version)
                .body(body)
                .post(INVESTORS + id + "/correct-document")
                .then();
    }

    private ValidatableResponse lookUp(String number) {
        return people.clerk()
                .body(Map.of("documentNumber", number))
                .post(INVESTORS + "lookup")
                .then()
                .statusCode(200);
    }

    @Test
    void a_person_is_found_by_the_corrected_number_only() {
        var wrong = residentNumber();
        var right = residentNumber();
        var id = investor(wrong);
        correct(people.chief(), id, correction(right))
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("id", equalTo(id))
                .body("documentNumber", equalTo(right.substring(0, 6) + "********" + right.substring(14)))
                .body("birthYear", equalTo(Integer.parseInt(right.substring(6, 10))))
                .body("registrations", hasSize(1));
        lookUp(right).body("items.id", hasItem(id));
        lookUp(wrong).body("items", hasSize(0));
    }

    @Test
    void the_history_has_the_reason_and_the_audit_log_has_no_values() {
        var right = residentNumber();
        var id = investor(residentNumber());
        correct(people.chief(), id, correction(right)).statusCode(200);
        String registration = people.chief().get(INVESTORS + id).path("registrations[0].id");
        people.chief()
                .get("/api/v1/registrations/" + registration + "/history")
                .then()
                .statusCode(200)
                .body("items.what", hasItem("DOCUMENT_CORRECTED"))
                .body("items.reason", hasItem("末位录错，已核对原件"));
        var entry = auditing.of(id).stream()
                .filter(found -> found.get("action").equals("investor_correctDocument"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.change("documentNumber")).isEqualTo("hidden");
        assertThat(entry.json().toString()).doesNotContain(right);
    }

    @Test
    void a_correction_of_a_document_changes_no_figures() {
        var platform = register.platform();
        String id = register.register(request(platform)).getString("investor.id");
        var before = figures();
        correct(people.chief(), id, correction(residentNumber())).statusCode(200);
        assertThat(figures()).isEqualTo(before);
    }

    private String figures() {
        return people.chief()
                .get("/api/v1/figures?from=2021-01-01&to=2021-12-31")
                .then()
                .extract()
                .asString();
    }

    @Test
    void the_document_of_another_person_is_refused_and_nothing_changes() {
        var taken = residentNumber();
        var own = residentNumber();
        investor(taken);
        var id = investor(own);
        correct(people.chief(), id, correction(taken))
                .statusCode(409)
                .body("type", equalTo("/problems/document-of-another"));
        lookUp(own).body("items.id", hasItem(id));
    }

    @Test
    void an_invalid_correction_is_refused_with_its_pointer() {
        var id = investor(residentNumber());
        correct(people.chief(), id, correction("445102198001010019"))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/documentNumber")));
        var organisation = correction("91445100MA4UWXYZ12");
        organisation.put("documentType", "SOCIAL_CREDIT_CODE");
        correct(people.chief(), id, organisation).statusCode(422).body("errors.pointer", hasItem("/documentType"));
        var unborn = correction(residentNumber());
        unborn.put("bornOn", "2999-01-01");
        correct(people.chief(), id, unborn).statusCode(422).body("errors.pointer", hasItem("/bornOn"));
        var mute = correction(residentNumber());
        mute.remove("reason");
        correct(people.chief(), id, mute).statusCode(422).body("errors.pointer", hasItem("/reason"));
    }

    @Test
    void only_a_chief_can_correct_with_the_current_version_and_within_the_area() {
        var id = investor(residentNumber());
        correct(people.clerk(), id, correction(residentNumber())).statusCode(403);
        correct(people.as(Role.SECTION_CHIEF, Register.CHENGXI), id, correction(residentNumber()))
                .statusCode(404);
        people.chief()
                .body(correction(residentNumber()))
                .post(INVESTORS + id + "/correct-document")
                .then()
                .statusCode(428);
        people.chief()
                .header("If-Match", "\"77\"")
                .body(correction(residentNumber()))
                .post(INVESTORS + id + "/correct-document")
                .then()
                .statusCode(412);
    }

    @Test
    void a_document_without_a_birth_date_keeps_the_known_one() {
        var id = investor(residentNumber());
        Integer year = people.chief().get(INVESTORS + id).path("birthYear");
        var passport = correction("E77120935");
        passport.put("documentType", "PASSPORT");
        correct(people.chief(), id, passport)
                .statusCode(200)
                .body("documentType", equalTo("PASSPORT"))
                .body("birthYear", equalTo(year));
    }

    @Test
    void a_phone_number_can_be_cleared_or_replaced() {
        var request = request(register.platform());
        investorOf(request).put("otherPhone", "13900139000");
        String id = register.register(request).getString("investor.id");
        change(id, Map.of("reason", "停机", "clear", List.of("PHONE")))
                .statusCode(200)
                .body("phone", nullValue())
                .body("otherPhone", equalTo("139****9000"));
        change(id, Map.of("reason", "换号", "clear", List.of("OTHER_PHONE"), "phone", "13700137000"))
                .statusCode(200)
                .body("phone", equalTo("137****7000"))
                .body("otherPhone", nullValue());
        change(id, Map.of("reason", "换号", "clear", List.of("FAX"))).statusCode(422);
    }

    private ValidatableResponse change(String id, Map<String, Object> body) {
        var version = people.clerk().get(INVESTORS + id).header("ETag");
        return people.clerk()
                .header("If-Match", version)
                .body(body)
                .put(INVESTORS + id)
                .then();
    }
}
