package io.redress.registration;

import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.AtOnce;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Two users act at the same moment: only one may succeed, or both must succeed one after the other. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegistrationRaceTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals tables;

    private static List<Response> both(Callable<Response> one, Callable<Response> other) {
        return AtOnce.all(List.of(one, other));
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    private Callable<Response> registering(Map<String, Object> body) {
        people.clerk();
        return () -> people.clerk().body(body).post("/api/v1/registrations");
    }

    private Callable<Response> taking(String step, String id, Map<String, Object> body) {
        people.chief();
        return () ->
                people.chief().header("If-Match", "\"0\"").body(body).post("/api/v1/registrations/" + id + "/" + step);
    }

    private long counted(String measure) {
        return Long.parseLong(tables.query("select coalesce(sum(count), 0) from tally_entry where measure = ?", measure)
                .get(0));
    }

    @RepeatedTest(3)
    void two_clerks_register_the_same_new_investor_on_one_platform_once() {
        var body = request(register.platform());
        var before = tables.rows();
        var persons = counted("PERSONS_REGISTERED");
        var answers = both(registering(body), registering(body));
        assertThat(statuses(answers)).containsExactly(201, 409);
        assertThat(answers.stream().map(answer -> answer.path("number")).distinct())
                .as("the refusal names the registration that won")
                .hasSize(1);
        assertThat(tables.rows().get("registration")).isEqualTo(before.get("registration") + 1);
        assertThat(tables.rows().get("investor")).isEqualTo(before.get("investor") + 1);
        assertThat(counted("PERSONS_REGISTERED")).isEqualTo(persons + 1);
    }

    @RepeatedTest(3)
    void two_clerks_register_the_same_new_investor_on_two_platforms_as_one_person() {
        var number = residentNumber();
        var one = registering(request(register.platform(), number));
        var other = registering(request(register.platform(), number));
        var before = tables.rows();
        var persons = counted("PERSONS_REGISTERED");
        var registered = counted("REGISTERED");
        var answers = both(one, other);
        assertThat(statuses(answers)).containsExactly(201, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("investor.id"))
                        .distinct())
                .hasSize(1);
        assertThat(tables.rows().get("investor")).isEqualTo(before.get("investor") + 1);
        assertThat(counted("PERSONS_REGISTERED")).isEqualTo(persons + 1);
        assertThat(counted("REGISTERED")).isEqualTo(registered + 2);
    }

    @RepeatedTest(3)
    void of_two_concurrent_corrections_one_is_accepted() {
        var id = register.register(register.platform()).getString("id");
        var answers = both(correcting(id, "10000.00"), correcting(id, "20000.00"));
        assertThat(statuses(answers)).containsExactly(200, 412);
        var won = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        people.clerk().get("/api/v1/registrations/" + id).then().statusCode(200);
        assertThat(people.clerk().get("/api/v1/registrations/" + id).<String>path("netLoss"))
                .isEqualTo(won.path("netLoss"));
        assertThat(people.clerk()
                        .get("/api/v1/registrations/" + id + "/history")
                        .<List<String>>path("items.what"))
                .containsExactly("RECEIVED", "CORRECTED");
    }

    private Callable<Response> correcting(String id, String principal) {
        return taking("correct", id, Map.of("reason", "更正金额", "investments", List.of(Register.investment(principal))));
    }

    @RepeatedTest(3)
    void of_two_opposite_merges_one_is_accepted_without_a_deadlock() {
        var platform = register.platform();
        var one = register.register(platform).getString("id");
        var other = register.register(platform).getString("id");
        var affected = counted("AFFECTED");
        var answers = both(merging(one, other), merging(other, one));
        assertThat(statuses(answers).get(0)).isEqualTo(200);
        assertThat(statuses(answers).get(1)).isIn(409, 412, 422);
        var standing = Stream.of(one, other)
                .map(id -> people.clerk().get("/api/v1/registrations/" + id).jsonPath())
                .toList();
        assertThat(standing)
                .extracting(view -> view.getString("status"))
                .containsExactlyInAnyOrder("MERGED", "RECEIVED");
        assertThat(standing.stream()
                        .filter(view -> view.getString("status").equals("RECEIVED"))
                        .map(view -> view.getString("netLoss")))
                .containsExactly("97600.00");
        assertThat(counted("AFFECTED")).isEqualTo(affected - 1);
    }

    private Callable<Response> merging(String from, String into) {
        return taking("merge", from, Map.of("intoId", into, "carryAmounts", true, "reason", "同一人重复登记"));
    }
}
