package io.redress.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Listening;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Counts the SQL statements of a request in the database's own log: a list of many rows needs as many as a list of one.
 * The first statement of each request reads the session.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatementCountTest {

    private static final String LIST = "/api/v1/registrations";

    @Inject
    Listening listening;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    /**
     * The request runs twice, because some values are cached at the first. The update of a session's last use, once a
     * minute, does not count. No user signs in while the test listens.
     */
    private List<String> heard(
            Supplier<RequestSpecification> request, Function<RequestSpecification, Response> call, int status) {
        call.apply(request.get()).then().statusCode(status);
        var ready = request.get();
        return listening.to(() -> call.apply(ready).then().statusCode(status)).stream()
                .filter(sql -> !sql.startsWith("update access_token set last_used_at"))
                .toList();
    }

    private List<String> heard(Supplier<RequestSpecification> request, Function<RequestSpecification, Response> call) {
        return heard(request, call, 200);
    }

    private String platformWith(int people) {
        var platform = register.platform();
        for (var i = 0; i < people; i++) {
            register.register(platform);
        }
        return platform;
    }

    @Test
    void the_statements_of_a_request_are_captured() {
        var heard = heard(people::chief, sent -> sent.get("/api/v1/platforms"));
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).contains("access_token");
        assertThat(heard.get(1)).contains("platform");
    }

    @Test
    void a_list_of_any_length_needs_one_query() {
        for (var size : List.of(1, 5)) {
            var platform = platformWith(size);
            var heard = heard(() -> people.chief().queryParam("platformId", platform), sent -> sent.get(LIST));
            assertThat(heard).hasSize(2);
            assertThat(heard.get(1)).doesNotContain("document_number", "investment");
        }
    }

    @Test
    void finding_people_needs_one_query_for_people_and_one_for_registrations() {
        var platform = platformWith(3);
        var other = register.platform();
        var number = Register.residentNumber();
        // The name and phone are unique: for a match with merged people there is one statement more.
        var name = "欧阳" + Character.toString(0x4E00 + Math.floorMod(number.hashCode(), 0x2000));
        var phone = "139" + number.substring(9, 17);
        for (var on : List.of(platform, other)) {
            var request = Register.request(on, number);
            @SuppressWarnings("unchecked")
            var investor = (Map<String, Object>) request.get("investor");
            investor.putAll(Map.of("name", name, "phone", phone));
            register.register(request);
        }
        for (var asked : List.of(Map.of("name", name), Map.of("phone", phone), Map.of("documentNumber", number))) {
            assertThat(heard(() -> people.chief().body(asked), sent -> sent.post("/api/v1/investors/lookup")))
                    .as(asked.toString())
                    .hasSize(3);
        }
    }

    @Test
    void reading_a_person_or_a_registration_needs_one_statement_for_each_part() {
        var registration = register.register(register.platform());
        var person = registration.getString("investor.id");
        assertThat(heard(people::chief, sent -> sent.get("/api/v1/investors/" + person)))
                .hasSize(3);
        assertThat(heard(people::chief, sent -> sent.get(LIST + "/" + registration.getString("id"))))
                .hasSize(7);
    }

    @Test
    void exporting_the_register_needs_one_query_for_each_batch() {
        for (var size : List.of(1, 5)) {
            var platform = platformWith(size);
            var heard = heard(
                    () -> people.chief().body(Map.of("format", "CSV", "platformId", platform)),
                    sent -> sent.post(LIST + "/exports"));
            assertThat(heard.stream().filter(sql -> sql.contains("from registration")))
                    .hasSize(1);
        }
    }

    private static Map<String, Object> called(String name, String platform) {
        var request = Register.request(platform);
        Register.investorOf(request).put("name", name);
        return request;
    }

    /** The selects: session, idempotency key, platform, area, lock, same document or same name and phone, number. */
    @Test
    void registering_needs_the_same_statements_for_every_person() {
        var platform = register.platform();
        var names = List.of("方独名", "方另名").iterator();
        var heard = heard(
                () -> people.clerk()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(called(names.next(), platform)),
                sent -> sent.post(LIST),
                201);
        assertThat(heard).hasSizeLessThanOrEqualTo(21);
        assertThat(heard.stream().filter(sql -> sql.startsWith("select")).toList())
                .hasSizeLessThanOrEqualTo(7);
        assertThat(heard.stream().filter(sql -> sql.contains("insert into audit_entry")))
                .hasSize(1);
    }

    @Test
    void closing_a_week_claims_its_entries_with_one_statement() {
        weeks.close(weeks.next());
        var week = weeks.next();
        platformWith(3);
        var heard = listening.to(() -> weeks.close(week));
        assertThat(heard.stream().filter(sql -> sql.contains("update tally_entry")))
                .hasSize(1);
    }
}
