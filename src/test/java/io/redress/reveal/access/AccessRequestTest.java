package io.redress.reveal.access;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.AtOnce;
import io.redress.testing.Auditing;
import io.redress.testing.Browser;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Above a number of people a list in clear, and above a number a day looks, need a second person. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(AccessRequestTest.Few.class)
class AccessRequestTest {

    private static final String PASSWORD = "a long enough password";
    private static final String REQUESTS = "/api/v1/access-requests";
    private static final Map<String, String> FOR_THE_POLICE = Map.of("purpose", "ASSIST_AUTHORITIES");

    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "redress.reveals.max-exported-people", "2",
                    "redress.reveals.max-per-day", "3",
                    "redress.reveals.max-exports-per-day", "20");
        }
    }

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Accounts accounts;

    @Inject
    Auditing auditing;

    @Inject
    AccessRequests requests;

    @Inject
    AdjustableClock clock;

    @Inject
    Owner owner;

    @Inject
    Refusals database;

    @AfterEach
    void let_the_clock_go() {
        clock.reset();
    }

    /** An account of its own, because the limits are per account. */
    private String named(Role role, String areaCode) {
        var username = "asker." + UUID.randomUUID();
        accounts.openWithOwnPassword(new OpenAccount(username, "周股长", PASSWORD, Set.of(role), areaCode, null));
        return username;
    }

    private Browser somebody(Role role, String areaCode) {
        return Browser.here().signsIn(named(role, areaCode), PASSWORD);
    }

    private String platformOf(int persons) {
        var platform = register.platform();
        for (var i = 0; i < persons; i++) {
            register.register(request(platform, residentNumber()));
        }
        return platform;
    }

    private static Response export(Browser by, String platform) {
        return by.request()
                .body(Map.of("format", "CSV", "platformId", platform, "inClear", FOR_THE_POLICE))
                .post("/api/v1/registrations/exports");
    }

    private static String ask(Browser by, String platform) {
        return by.post(
                        "/access-requests/lists",
                        Map.of("list", "registrations", "platformId", platform, "purpose", "ASSIST_AUTHORITIES"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse decide(RequestSpecification by, String id, String verb) {
        return by.header("If-Match", "\"0\"")
                .body(verb.equals("refuse") ? Map.of("reason", "范围过大") : Map.of())
                .post(REQUESTS + "/" + id + "/" + verb)
                .then();
    }

    private static Response take(Browser by, String id) {
        return by.request().body(Map.of("format", "CSV")).post("/api/v1/exports/" + id);
    }

    private static long lines(Response csv) {
        assertThat(csv.statusCode()).as(csv.asString()).isEqualTo(200);
        return csv.asString().lines().count() - 1;
    }

    @Test
    void many_people_in_clear_are_taken_away_when_another_chief_has_approved_it() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var platform = platformOf(3);
        var refused = export(chief, platform);
        refused.then()
                .statusCode(403)
                .body("type", equalTo("/problems/export-needs-approval"))
                .body("people", equalTo(3))
                .body("limit", equalTo(2));
        var id = ask(chief, platform);
        take(chief, id).then().statusCode(409).body("type", equalTo("/problems/access-not-approved"));
        people.director()
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("people", equalTo(3))
                .body("platformId", equalTo(platform))
                .body("purpose", equalTo("ASSIST_AUTHORITIES"));
        decide(people.director(), id, "approve").statusCode(200).body("status", equalTo("APPROVED"));
        assertThat(lines(take(chief, id))).isEqualTo(3);
        assertThat(lines(take(chief, id))).isEqualTo(3);
        export(chief, platform).then().statusCode(403);
        var entries = auditing.entries(Map.of("action", "revealed", "limit", 200)).stream()
                .filter(entry -> id.equals(entry.detail("accessRequest")))
                .toList();
        assertThat(entries).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.detail("people")).isEqualTo("3");
            assertThat(entry.get("purpose")).isEqualTo("ASSIST_AUTHORITIES");
        });
    }

    @Test
    void nobody_decides_on_their_own_request_nor_takes_what_another_asked_for() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var id = ask(chief, platformOf(3));
        decide(chief.request(), id, "approve").statusCode(403).body("type", equalTo("/problems/approval-own-request"));
        decide(people.clerk(), id, "approve").statusCode(403);
        decide(people.director(), id, "withdraw").statusCode(403);
        decide(people.director(), id, "approve").statusCode(200);
        take(somebody(Role.SECTION_CHIEF, null), id).then().statusCode(404);
        take(somebody(Role.CLERK, null), id).then().statusCode(403);
        assertThatThrownBy(() ->
                        owner.execute("update access_request set decided_by_id = asked_by_id where id = '" + id + "'"))
                .hasStackTraceContaining("access_request_is_approved_by_another_person");
    }

    @Test
    void what_was_refused_or_withdrawn_is_not_given() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var platform = platformOf(3);
        var refused = ask(chief, platform);
        decide(people.director(), refused, "refuse").statusCode(200).body("refusalReason", equalTo("范围过大"));
        var withdrawn = ask(chief, platform);
        decide(chief.request(), withdrawn, "withdraw").statusCode(200);
        for (var id : List.of(refused, withdrawn)) {
            take(chief, id).then().statusCode(409);
            people.director()
                    .header("If-Match", "\"1\"")
                    .body("{}")
                    .post(REQUESTS + "/" + id + "/approve")
                    .then()
                    .statusCode(409);
        }
        people.director()
                .body("{}")
                .post(REQUESTS + "/" + refused + "/approve")
                .then()
                .statusCode(428);
        decide(people.director(), refused, "approve").statusCode(412);
    }

    @Test
    void an_approval_is_of_use_for_a_day_and_a_request_lapses() {
        var username = named(Role.SECTION_CHIEF, null);
        var chief = Browser.here().signsIn(username, PASSWORD);
        var platform = platformOf(3);
        var approved = ask(chief, platform);
        var forgotten = ask(chief, platform);
        decide(people.director(), approved, "approve").statusCode(200);
        clock.setTo(clock.instant().plus(Duration.ofHours(24)));
        take(chief.signsIn(username, PASSWORD), approved).then().statusCode(409);
        clock.setTo(clock.instant().plus(Duration.ofDays(7)));
        people.director()
                .header("If-Match", "\"0\"")
                .body("{}")
                .post(REQUESTS + "/" + forgotten + "/approve")
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("EXPIRED"));
        requests.expireOverdue();
        people.director().get(REQUESTS + "/" + forgotten).then().body("status", equalTo("EXPIRED"));
    }

    @Test
    void who_was_received_after_the_request_is_not_in_it() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var platform = platformOf(3);
        var id = ask(chief, platform);
        decide(people.director(), id, "approve").statusCode(200);
        clock.setTo(clock.instant().plusSeconds(60));
        register.register(request(platform, residentNumber()));
        assertThat(lines(take(chief, id))).isEqualTo(3);
    }

    @Test
    void more_people_than_were_approved_are_not_given() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var platform = platformOf(3);
        var elsewhere = request(platform, residentNumber());
        investorOf(elsewhere).put("address", Map.of("areaCode", Register.CHENGXI, "text", "路1号"));
        String moving = register.register(elsewhere).getString("investor.id");
        String id = chief.post(
                        "/access-requests/lists",
                        Map.of(
                                "list",
                                "registrations",
                                "platformId",
                                platform,
                                "areaCode",
                                Register.KAIYUAN,
                                "purpose",
                                "ASSIST_AUTHORITIES"))
                .statusCode(201)
                .body("people", equalTo(3))
                .extract()
                .path("id");
        decide(people.director(), id, "approve").statusCode(200);
        var path = "/api/v1/investors/" + moving;
        people.clerk()
                .header("If-Match", people.clerk().get(path).header("ETag"))
                .body(Map.of("reason", "迁居", "address", Map.of("areaCode", Register.KAIYUAN)))
                .put(path)
                .then()
                .statusCode(200);
        take(chief, id).then().statusCode(409).body("type", equalTo("/problems/export-has-grown"));
    }

    @Test
    void several_small_lists_are_as_many_people_as_one_large() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var first = platformOf(2);
        assertThat(lines(export(chief, first))).isEqualTo(2);
        assertThat(lines(export(chief, first))).isEqualTo(2);
        export(chief, platformOf(1)).then().statusCode(403).body("people", equalTo(3));
    }

    @Test
    void of_two_lists_at_once_only_one_passes() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var calls = Stream.of(platformOf(2), platformOf(2))
                .<Callable<Integer>>map(
                        platform -> () -> export(chief, platform).statusCode())
                .toList();
        assertThat(AtOnce.all(calls)).containsExactlyInAnyOrder(200, 403);
    }

    @Test
    void who_was_in_a_list_is_recorded_and_nobody_else() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var platform = register.platform();
        var inside = register.register(request(platform, residentNumber())).getString("investor.id");
        register.register(request(register.platform(), residentNumber()));
        assertThat(lines(export(chief, platform))).isEqualTo(1);
        String me = chief.get("/me").extract().path("id");
        assertThat(database.query(
                        "select reveal_person.investor_id::text from reveal_person join reveal on id = reveal_id"
                                + " where account_id = '" + me + "'"))
                .containsExactly(inside);
    }

    @Test
    void a_chief_of_an_area_decides_on_requests_from_within_it() {
        var county = ask(somebody(Role.SECTION_CHIEF, null), platformOf(1));
        var chiefOfTown = people.as(Role.SECTION_CHIEF, Register.CHENGXI);
        decide(chiefOfTown, county, "approve").statusCode(404);
        chiefOfTown.get(REQUESTS).then().statusCode(200).body("items.id", not(hasItem(county)));
        var ofTown = askForLooks(somebody(Role.CLERK, Register.CHENGXI), 5);
        decide(chiefOfTown, ofTown, "approve").statusCode(200);
    }

    private static String askForLooks(Browser by, int howMany) {
        return by.post("/access-requests/looks", Map.of("howMany", howMany, "purpose", "CONTACT_THE_PERSON"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response look(Browser by, String investor) {
        return by.request()
                .body(Map.of("fields", List.of("PHONE"), "purpose", "CONTACT_THE_PERSON"))
                .post("/api/v1/investors/" + investor + "/reveals");
    }

    @Test
    void looks_beyond_the_daily_number_need_a_chief_and_count_on_that_day() {
        var clerk = somebody(Role.CLERK, null);
        String investor = register.register(register.platform()).getString("investor.id");
        for (var i = 0; i < 3; i++) {
            look(clerk, investor).then().statusCode(200);
        }
        look(clerk, investor).then().statusCode(429).body("type", equalTo("/problems/looks-need-approval"));
        clerk.post("/investors/" + investor + "/extracts", Map.of("identifiedBy", "身份证"))
                .statusCode(429);
        var id = askForLooks(clerk, 1);
        look(clerk, investor).then().statusCode(429);
        decide(people.chief(), id, "approve").statusCode(200);
        look(clerk, investor).then().statusCode(200);
        look(clerk, investor).then().statusCode(429);
    }

    @Test
    void of_many_looks_at_once_only_so_many_pass() {
        var clerk = somebody(Role.CLERK, null);
        String investor = register.register(register.platform()).getString("investor.id");
        Callable<Integer> look = () -> look(clerk, investor).statusCode();
        var statuses = AtOnce.all(List.of(look, look, look, look, look, look));
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(3);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(3);
    }

    @Test
    void the_day_ends_at_midnight_in_shanghai() {
        clock.setTo(Clocks.startOf(Clocks.today(clock).plusDays(3)).minusSeconds(120));
        var clerk = somebody(Role.CLERK, null);
        String investor = register.register(register.platform()).getString("investor.id");
        for (var i = 0; i < 3; i++) {
            look(clerk, investor).then().statusCode(200);
        }
        var refused = look(clerk, investor).then().statusCode(429).extract();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 120);
        clock.setTo(clock.instant().plusSeconds(120));
        look(clerk, investor).then().statusCode(200);
    }

    @Test
    void what_is_asked_for_wrongly_is_refused() {
        var chief = somebody(Role.SECTION_CHIEF, null);
        var list = new HashMap<String, Object>(Map.of("list", "registrations", "purpose", "OTHER"));
        chief.post("/access-requests/lists", list).statusCode(422).body("errors.pointer", contains("/note"));
        list.putAll(Map.of("purpose", "ASSIST_AUTHORITIES", "platformId", UUID.randomUUID()));
        chief.post("/access-requests/lists", list).statusCode(422).body("errors.pointer", contains("/platformId"));
        chief.post("/access-requests/lists", Map.of("list", "disclosures", "purpose", "ASSIST_AUTHORITIES"))
                .statusCode(422)
                .body("errors.pointer", contains("/list"));
        chief.post(
                        "/access-requests/lists",
                        Map.of("list", "registrations", "status", "GONE", "purpose", "ASSIST_AUTHORITIES"))
                .statusCode(422)
                .body("errors.pointer", contains("/status"));
        chief.post("/access-requests/looks", Map.of("howMany", 0, "purpose", "CHECK_IDENTITY"))
                .statusCode(422)
                .body("errors.pointer", contains("/howMany"));
        somebody(Role.CLERK, null)
                .post("/access-requests/lists", Map.of("list", "registrations", "purpose", "ASSIST_AUTHORITIES"))
                .statusCode(403);
    }

    @Test
    void one_sees_ones_own_requests_and_a_chief_all() {
        var clerk = somebody(Role.CLERK, null);
        var id = askForLooks(clerk, 5);
        clerk.get("/access-requests").statusCode(200).body("items.id", contains(id));
        people.chief().get(REQUESTS).then().statusCode(200).body("items.id", hasItem(id));
        somebody(Role.CLERK, null).get("/access-requests/" + id).statusCode(404);
    }
}
