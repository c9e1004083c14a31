package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.LogCapture;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.Secret;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Callers who may not see the secrets call every operation, with ids of real records and plausible bodies; the test
 * searches each response for every recorded value. There are no tips yet, so the test proves nothing about them. They
 * will join in {@link Planting}, with secrets that only the tip handler may read.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlantedSecretsTest {

    @Inject
    People people;

    @Inject
    Planting planting;

    /** A caller of all operations. */
    private record Walker(String name, Role role, boolean isElsewhere, Supplier<RequestSpecification> request) {}

    private Walker walker(Role role, String areaCode) {
        var isElsewhere = Register.CHENGXI.equals(areaCode);
        return new Walker(role + " of " + areaCode, role, isElsewhere, () -> people.as(role, areaCode));
    }

    /** The callers that change the most come last. */
    private List<Walker> walkers(Planted planted) {
        var branch = UUID.fromString(planted.ids().get("branches"));
        return List.of(
                new Walker("nobody", null, true, people::nobody),
                new Walker("liaison of the branch", Role.BRANCH_LIAISON, true, () -> people.liaisonOf(branch)),
                walker(Role.TIP_HANDLER, null),
                walker(Role.AUDITOR, null),
                walker(Role.ADMIN, null),
                walker(Role.AREA_OFFICER, Register.CHENGXI),
                walker(Role.CLERK, Register.CHENGXI),
                walker(Role.DIRECTOR, Register.CHENGXI),
                walker(Role.SECTION_CHIEF, Register.CHENGXI),
                walker(Role.DIRECTOR, null),
                walker(Role.AREA_OFFICER, Register.NEW_TAIPING),
                walker(Role.CLERK, null),
                walker(Role.SECTION_CHIEF, null));
    }

    @Test
    void no_response_shows_forbidden_data_of_a_running_case() {
        walk(planting.running());
    }

    @Test
    void no_response_shows_forbidden_data_of_an_ended_case() {
        walk(planting.ended());
    }

    @Test
    void a_clerk_finds_the_planted_data_that_clerks_may_see() {
        var planted = planting.running();
        var found = new StringBuilder();
        readings().forEach(reading -> found.append(Answered.text(send(walker(Role.CLERK, null), reading, planted))));
        assertThat(planted.secrets())
                .filteredOn(secret -> secret.readers().contains(Role.CLERK))
                .allSatisfy(secret -> assertThat(found.toString().contains(secret.value()))
                        .as(secret.what())
                        .isTrue());
    }

    /** The calls prove nothing if the service rejects them as malformed. */
    @Test
    void most_requests_of_these_tests_are_valid() {
        var planted = planting.running();
        var chief = walker(Role.SECTION_CHIEF, null);
        var sent = changes()
                .filter(operation -> operation.roles().contains(Role.SECTION_CHIEF.name()))
                .toList();
        var refused = sent.stream()
                .filter(operation -> List.of(400, 415, 422)
                        .contains(send(chief, operation, planted).statusCode()))
                .map(Operation::name)
                .toList();
        assertThat(refused).hasSizeLessThan(sent.size() / 4);
    }

    private void walk(Planted planted) {
        var leaks = new ArrayList<String>();
        try (var log = LogCapture.start()) {
            for (var walker : walkers(planted)) {
                var hidden = planted.secrets().stream()
                        .filter(secret -> secret.isHiddenFrom(walker.role(), walker.isElsewhere()))
                        .toList();
                assertThat(hidden).isNotEmpty();
                Stream.concat(readings(), changes())
                        .filter(operation -> !showsInClear(walker, operation))
                        .forEach(operation -> leaks.addAll(
                                leaks(walker, operation.name(), hidden, send(walker, operation, planted))));
                attempts(planted)
                        .forEach(attempt -> leaks.addAll(leaks(
                                walker,
                                attempt.path(),
                                hidden,
                                attempt.sendAs(walker.request().get()))));
            }
            leaks.addAll(planted.secrets().stream()
                    .filter(secret -> secret.staysInArea() && log.text().contains(secret.value()))
                    .map(secret -> "the log holds " + secret.what())
                    .toList());
        }
        assertThat(leaks).isEmpty();
    }

    /** The tests of reveals and exports check what these callers may see in clear text. */
    private static boolean showsInClear(Walker walker, Operation operation) {
        return operation.path().matches(".*/(reveals|extracts|exports)")
                && walker.role() != null
                && operation.roles().contains(walker.role().name())
                && !walker.isElsewhere();
    }

    private static Stream<Operation> readings() {
        return Operation.all().stream().filter(operation -> !operation.changes());
    }

    /** Excludes the caller's own sessions and passwords: the walk would end there. */
    private static Stream<Operation> changes() {
        return Operation.all().stream()
                .filter(Operation::changes)
                .filter(operation -> !operation.path().matches(".*(session|password|/me/).*"))
                .sorted(Comparator.comparing(Operation::path));
    }

    /** A request of a caller who already knows a person's details. */
    private record Attempt(String path, Map<String, ?> body) {

        Response sendAs(RequestSpecification walker) {
            return walker.body(body).post(path);
        }
    }

    private static Stream<Attempt> attempts(Planted planted) {
        var document = planted.value("证件号码");
        var lookUp = "/api/v1/investors/lookup";
        return Stream.of(
                new Attempt(lookUp, Map.of("documentNumber", document)),
                new Attempt(lookUp, Map.of("phone", planted.value("电话"))),
                new Attempt(lookUp, Map.of("name", planted.value("姓名"))),
                new Attempt(lookUp, Map.of("registrationNumber", planted.value("登记编号"))),
                new Attempt("/api/v1/registrations", Register.request(planted.idNamed("platformId"), document)));
    }

    private Response send(Walker walker, Operation operation, Planted planted) {
        var request = new PlausibleRequest(operation, planted);
        var filled = request.fill(walker.request().get(), versionFor(operation, planted));
        return filled.request(operation.method(), request.address());
    }

    private String versionFor(Operation operation, Planted planted) {
        var path = operation.changes() ? operation.recordPath() : null;
        var version =
                path == null ? null : people.chief().get(planted.address(path)).header("ETag");
        return version == null ? "\"0\"" : version;
    }

    private static List<String> leaks(Walker walker, String operation, List<Secret> hidden, Response response) {
        var text = Answered.text(response);
        return hidden.stream()
                .filter(secret -> text.contains(secret.value()))
                .map(secret -> "%s: %s answers %d with %s"
                        .formatted(walker.name(), operation, response.statusCode(), secret.what()))
                .toList();
    }
}
