package io.redress.registration.person;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two records of one person are merged: found by either document, counted once. Only another user may undo it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SamePersonTest {

    private static final String FAR = "445102008001";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    AdjustableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    private static String passport() {
        return "E%08d".formatted(70_000_000 + SERIAL.incrementAndGet());
    }

    private JsonPath byPassport(String platform, String number, String area) {
        var request = request(platform, number);
        investorOf(request).put("documentType", "PASSPORT");
        investorOf(request).put("phone", "13900139000");
        investorOf(request).put("address", Map.of("areaCode", area, "text", "花园路7号"));
        return register.register(request);
    }

    private static String person(JsonPath registered) {
        return registered.getString("investor.id");
    }

    private RequestSpecification anotherChief() {
        return people.with(Role.SECTION_CHIEF, Role.CLERK);
    }

    private String tag(String path) {
        return people.chief().get(path).then().statusCode(200).extract().header("ETag");
    }

    private ValidatableResponse merge(String from, String into) {
        return people.chief()
                .header("If-Match", tag("/api/v1/investors/" + from))
                .body(Map.of("intoId", into, "reason", "照片相符"))
                .post("/api/v1/investors/" + from + "/merge")
                .then();
    }

    private JsonPath onlyMerge(String person) {
        return people.clerk()
                .get("/api/v1/investors/" + person + "/merges")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
    }

    private ValidatableResponse undo(RequestSpecification by, String person) {
        var merge = onlyMerge(person);
        return by.header("If-Match", "\"" + merge.getLong("items[0].version") + "\"")
                .body(Map.of("reason", "父子二人"))
                .post("/api/v1/investors/merges/" + merge.getString("items[0].id") + "/undo")
                .then();
    }

    private List<String> found(String what, String value) {
        return people.clerk()
                .body(Map.of(what, value))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private Map<String, Object> figure(String measure, Object week, String platform) {
        var request = people.chief()
                .queryParam("from", week.toString())
                .queryParam("to", week.toString())
                .queryParam("by", "WEEK")
                .queryParam("measure", measure);
        return (platform == null ? request : request.queryParam("platformId", platform))
                .get("/api/v1/figures")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
    }

    @Test
    void a_merged_person_is_found_by_each_document_and_has_all_registrations() {
        var number = residentNumber();
        var passport = passport();
        var one = register.register(request(register.platform(), number));
        var other = byPassport(register.platform(), passport, Register.KAIYUAN);
        merge(person(other), person(one))
                .statusCode(200)
                .body("id", equalTo(person(one)))
                .body("registrations.number", hasItems(one.getString("number"), other.getString("number")));
        assertThat(found("documentNumber", number)).containsExactly(person(one));
        assertThat(found("documentNumber", passport)).containsExactly(person(one));
        assertThat(found("registrationNumber", other.getString("number"))).containsExactly(person(one));
        people.clerk().get("/api/v1/investors/" + person(other)).then().body("id", equalTo(person(one)));
        people.clerk()
                .get("/api/v1/registrations/" + other.getString("id") + "/history")
                .then()
                .body("items.what", contains("RECEIVED", "PERSON_MERGED"))
                .body("items[1].reason", equalTo("照片相符"));
        assertThat(onlyMerge(person(one)).getString("items[0].documentNumber")).startsWith("E");
    }

    @Test
    void a_merged_person_is_counted_once_and_figures_move_between_towns() {
        var first = register.platform();
        var second = register.platform();
        var week = weeks.next();
        var one = register.register(request(first));
        var other = byPassport(second, passport(), FAR);
        weeks.close(week);
        var next = weeks.next();
        merge(person(other), person(one)).statusCode(200);
        assertThat(figure("PERSONS_REGISTERED", next, null).get("count"))
                .extracting("added", "removed", "moved")
                .containsExactly(0, 1, 0);
        assertThat(figure("AFFECTED", next, second).get("count"))
                .extracting("opening", "added", "removed", "closing")
                .containsExactly(1, 0, 0, 1);
        people.chief()
                .queryParam("from", next.minusDays(6).toString())
                .queryParam("to", next.toString())
                .queryParam("measure", "AFFECTED")
                .queryParam("platformId", second)
                .queryParam("byTown", true)
                .get("/api/v1/figures")
                .then()
                .body("items.find { it.townCode == '445102008000' }.count.moved", equalTo(-1))
                .body("items.find { it.townCode == '445102008000' }.amount.moved", equalTo("-48800.00"))
                .body("items.find { it.townCode == '445102008000' }.amount.removed", equalTo("0.00"))
                .body("items.find { it.townCode == '445102010000' }.count.moved", equalTo(1));
        undo(anotherChief(), person(one)).statusCode(200).body("id", equalTo(person(other)));
        assertThat(figure("PERSONS_REGISTERED", next, null).get("count"))
                .extracting("added", "removed", "moved")
                .containsExactly(1, 1, 0);
    }

    @Test
    void a_merge_of_registrations_between_towns_adds_no_loss() {
        var platform = register.platform();
        var week = weeks.next();
        var one = register.register(request(platform));
        var other = byPassport(platform, passport(), FAR);
        weeks.close(week);
        var next = weeks.next();
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", one.getString("id"), "carryAmounts", true, "reason", "同一人"))
                .post("/api/v1/registrations/" + other.getString("id") + "/merge")
                .then()
                .statusCode(200);
        var affected = figure("AFFECTED", next, platform);
        assertThat(affected.get("count"))
                .extracting("opening", "added", "removed", "moved", "closing")
                .containsExactly(2, 0, 1, 0, 1);
        assertThat(affected.get("amount"))
                .extracting("opening", "added", "removed", "moved", "closing")
                .containsExactly("97600.00", "0.00", "0.00", "0.00", "97600.00");
    }

    @Test
    void a_merged_document_registers_the_same_person_and_only_once_on_a_platform() {
        var platform = register.platform();
        var passport = passport();
        var one = register.register(request(platform));
        var other = byPassport(register.platform(), passport, FAR);
        merge(person(other), person(one)).statusCode(200);
        var again = request(platform, passport);
        investorOf(again).put("documentType", "PASSPORT");
        people.clerk()
                .body(again)
                .post("/api/v1/registrations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-registered"))
                .body("number", equalTo(one.getString("number")));
        var third = byPassport(register.platform(), passport, FAR);
        assertThat(person(third)).isEqualTo(person(one));
        assertThat(third.getList("warnings.code")).contains("KNOWN_BY_OTHER_DOCUMENT");
    }

    @Test
    void another_chief_undoes_a_merge_and_later_registrations_by_the_document_go_back() {
        var passport = passport();
        var one = register.register(request(register.platform()));
        var other = byPassport(register.platform(), passport, FAR);
        merge(person(other), person(one)).statusCode(200);
        var since = byPassport(register.platform(), passport, FAR);
        undo(people.chief(), person(one)).statusCode(403).body("type", equalTo("/problems/own-merge"));
        undo(anotherChief(), person(one))
                .statusCode(200)
                .body("id", equalTo(person(other)))
                .body("documentType", equalTo("PASSPORT"))
                .body("areaCode", equalTo(FAR))
                .body("registrations.number", contains(other.getString("number"), since.getString("number")));
        assertThat(found("documentNumber", passport)).containsExactly(person(other));
        people.clerk()
                .get("/api/v1/investors/" + person(one))
                .then()
                .body("registrations.number", contains(one.getString("number")));
        onlyMerge(person(one));
        people.clerk()
                .get("/api/v1/investors/" + person(one) + "/merges")
                .then()
                .body("items[0].undoReason", equalTo("父子二人"))
                .body("items[0].undoneAt", notNullValue());
        undo(anotherChief(), person(one)).statusCode(409).body("type", equalTo("/problems/merge-undone"));
        people.clerk()
                .get("/api/v1/registrations/" + since.getString("id") + "/history")
                .then()
                .body("items.what", contains("RECEIVED", "PERSON_SEPARATED"));
        merge(person(other), person(one)).statusCode(200);
    }

    @Test
    void three_merged_records_can_be_separated_one_by_one() {
        var first = passport();
        var second = passport();
        var a = byPassport(register.platform(), first, FAR);
        var b = byPassport(register.platform(), second, Register.KAIYUAN);
        var c = register.register(request(register.platform()));
        merge(person(a), person(b)).statusCode(200);
        merge(person(b), person(c)).statusCode(200).body("registrations", hasSize(3));
        assertThat(found("documentNumber", first)).containsExactly(person(c));
        var merges =
                people.clerk().get("/api/v1/investors/" + person(c) + "/merges").jsonPath();
        assertThat(merges.getList("items.investorId")).containsExactly(person(a), person(b));
        anotherChief()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "x"))
                .post("/api/v1/investors/merges/" + merges.getString("items[1].id") + "/undo")
                .then()
                .statusCode(200)
                .body("id", equalTo(person(b)))
                .body("registrations", hasSize(2));
        assertThat(found("documentNumber", first)).containsExactly(person(b));
        assertThat(found("documentNumber", second)).containsExactly(person(b));
    }

    @Test
    void registrations_on_the_same_platform_must_be_merged_before_the_people() {
        var platform = register.platform();
        var one = register.register(request(platform));
        var other = byPassport(platform, passport(), FAR);
        merge(person(other), person(one))
                .statusCode(409)
                .body("type", equalTo("/problems/merge-registrations-first"))
                .body("detail", containsString(one.getString("number")))
                .body("detail", containsString(other.getString("number")));
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", one.getString("id"), "carryAmounts", false, "reason", "同一人"))
                .post("/api/v1/registrations/" + other.getString("id") + "/merge")
                .then()
                .statusCode(200);
        merge(person(other), person(one)).statusCode(200).body("registrations", hasSize(2));
    }

    @Test
    void the_attention_entry_moves_with_a_merge_and_back() {
        var one = register.register(request(register.platform()));
        var other = byPassport(register.platform(), passport(), FAR);
        people.clerk()
                .body(Map.of("registrationId", other.getString("id"), "reason", "HARDSHIP", "level", 1))
                .post("/api/v1/attention-entries")
                .then()
                .statusCode(201);
        merge(person(other), person(one)).statusCode(200);
        entriesOf(one).body("items", hasSize(1)).body("items[0].areaCode", equalTo(Register.KAIYUAN));
        undo(anotherChief(), person(one)).statusCode(200);
        entriesOf(one).body("items", hasSize(0));
        entriesOf(other).body("items[0].areaCode", equalTo(FAR));
    }

    private ValidatableResponse entriesOf(JsonPath registered) {
        return people.clerk()
                .queryParam("investorId", person(registered))
                .get("/api/v1/attention-entries")
                .then()
                .statusCode(200);
    }

    @Test
    void a_merged_record_is_closed_and_links_to_the_person() {
        var one = register.register(request(register.platform()));
        var other = byPassport(register.platform(), passport(), FAR);
        merge(person(other), person(one)).statusCode(200);
        people.clerk()
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "搬家", "phone", "13800138001"))
                .put("/api/v1/investors/" + person(other))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/investor-merged"))
                .body("mergedIntoId", equalTo(person(one)));
        var stranger = register.register(request(register.platform()));
        merge(person(stranger), person(other)).statusCode(409).body("mergedIntoId", equalTo(person(one)));
    }

    @Test
    void extract_and_reveal_have_all_documents_of_a_merged_person() {
        var number = residentNumber();
        var passport = passport();
        var one = register.register(request(register.platform(), number));
        var other = byPassport(register.platform(), passport, FAR);
        merge(person(other), person(one)).statusCode(200);
        people.chief()
                .body(Map.of("fields", List.of("DOCUMENT_NUMBER", "PHONE"), "purpose", "CHECK_IDENTITY"))
                .post("/api/v1/investors/" + person(one) + "/reveals")
                .then()
                .statusCode(200)
                .body("items.value", hasItems(number, passport, "13800138000", "13900139000"));
    }

    @Test
    void only_a_chief_can_merge_with_the_current_version() {
        var one = register.register(request(register.platform()));
        var other = byPassport(register.platform(), passport(), FAR);
        var body = Map.of("intoId", person(one), "reason", "x");
        var path = "/api/v1/investors/" + person(other) + "/merge";
        for (var role : List.of(Role.CLERK, Role.DIRECTOR, Role.AUDITOR)) {
            people.as(role, null)
                    .header("If-Match", "\"0\"")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        people.officerOf("445102")
                .header("If-Match", "\"0\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        people.chief().header("If-Match", "\"7\"").body(body).post(path).then().statusCode(412);
        people.chief().body(body).post(path).then().statusCode(428);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", person(other), "reason", "x"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/intoId"));
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("intoId", person(one)))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void an_organisation_and_a_person_cannot_be_merged() {
        var one = register.register(request(register.platform()));
        var organisation = request(register.platform(), "91350200MA31E12PXT");
        investorOf(organisation).put("kind", "ORGANISATION");
        investorOf(organisation).put("documentType", "SOCIAL_CREDIT_CODE");
        merge(person(register.register(organisation)), person(one)).statusCode(422);
    }

    @Test
    void a_person_with_the_same_name_and_phone_and_another_document_gets_a_warning() {
        var name = "郑" + "金木水火土".charAt(SERIAL.incrementAndGet() % 5) + "生";
        var first = request(register.platform());
        investorOf(first).put("name", name);
        investorOf(first).put("phone", "13711112222");
        var known = register.register(first);
        var second = request(register.platform(), passport());
        investorOf(second).put("documentType", "PASSPORT");
        investorOf(second).put("name", name);
        investorOf(second).put("phone", "13633334444");
        investorOf(second).put("otherPhone", "137 1111 2222");
        assertThat(register.register(second).getList("warnings.code")).contains("PERHAPS_KNOWN");
        var third = request(register.platform(), passport());
        investorOf(third).put("documentType", "PASSPORT");
        investorOf(third).put("name", name);
        investorOf(third).put("phone", "137 1111 2222");
        var hinted = register.register(third);
        assertThat(hinted.getList("warnings.code")).contains("PERHAPS_KNOWN");
        assertThat(hinted.getString("warnings.find { it.code == 'PERHAPS_KNOWN' }.message"))
                .contains(known.getString("number"));
        var stranger = request(register.platform());
        investorOf(stranger).put("name", name + "二");
        investorOf(stranger).put("phone", "13711112222");
        assertThat(register.register(stranger).getList("warnings.code")).doesNotContain("PERHAPS_KNOWN");
    }

    @Test
    void a_person_without_merges_has_none_in_the_views() {
        var one = register.register(request(register.platform()));
        people.clerk()
                .get("/api/v1/investors/" + person(one) + "/merges")
                .then()
                .body("items", hasSize(0));
        people.clerk()
                .get("/api/v1/registrations/" + one.getString("id"))
                .then()
                .body("mergedIntoId", nullValue())
                .body("warnings.code", not(hasItem("KNOWN_BY_OTHER_DOCUMENT")));
    }
}
