package io.redress.seed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.redress.seed.DemoReplay.State;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The demonstration loads the year 2021 through the public API. Its figures must equal those of
 * {@code seeds/demo/ledger.mjs}, which computes them from the same steps, independently of the service.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(DemoYearTest.Demonstration.class)
class DemoYearTest {

    private static final Map<String, String> REGISTERED = Map.of("qianyan", "钱眼金融", "tuandai", "团贷网", "airong", "爱融汇");
    private static final Map<String, String> NAMES =
            Map.of("qianyan", "钱眼金融", "tuandai", "团贷网", "airong", "爱融汇", "gongxin", "共信赢", "fenghuang", "凤凰金融");
    private static final String YEAR_END = "2022-01-02";

    /** Longer than the slowest machine needs for the year. */
    private static final int LONGEST_LOADING_SECONDS = 900;

    public static class Demonstration implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("redress.demo", "true", "test.troubles", "true");
        }
    }

    @Inject
    ObjectMapper json;

    @Inject
    HttpServer server;

    @Inject
    DemoReplay replay;

    @Inject
    DemoProgress progress;

    @Inject
    Troubles troubles;

    private RequestSpecification chief() {
        return as(DemoAccount.CHIEF);
    }

    private static RequestSpecification as(DemoAccount account) {
        var session = given().contentType(ContentType.JSON)
                .body(Map.of("username", account.username, "password", account.password()))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("redress_session");
        return given().contentType(ContentType.JSON).cookie("redress_session", session);
    }

    @BeforeEach
    void wait_until_the_year_is_loaded() throws InterruptedException {
        var health = given().get("/q/health/ready");
        for (var i = 0; i < LONGEST_LOADING_SECONDS && health.statusCode() != 200; i++) {
            assertThat(health.<String>path("checks.find { it.name == 'demonstration' }.data.state"))
                    .isEqualTo("LOADING");
            Thread.sleep(1000);
            health = given().get("/q/health/ready");
        }
        assertThat(health.statusCode()).isEqualTo(200);
    }

    /** The other tests of this class show that nothing is missing and nothing is duplicated. */
    @Test
    void the_year_is_loaded_even_if_requests_fail_with_or_without_effect() {
        assertThat(troubles.count()).isGreaterThan(50);
        assertThat(progress.read()).hasSizeGreaterThan(1000);
    }

    @Test
    void every_week_and_the_year_match_an_independent_calculation() throws IOException {
        var chief = chief();
        var refs = platformRefs(chief);
        for (var week : expected().path("weeks")) {
            var endsOn = week.path("endsOn").asText();
            var shown = closings(figures(chief, endsOn), refs);
            var reckoned = new HashMap<String, BigDecimal>();
            week.path("platforms")
                    .properties()
                    .forEach(platform -> put(reckoned, platform.getKey(), platform.getValue()));
            put(reckoned, "all", week.path("all"));
            reckoned.values().removeIf(value -> value.signum() == 0);
            assertThat(shown).as("week ending " + endsOn).containsExactlyInAnyOrderEntriesOf(reckoned);
        }
    }

    @Test
    void every_week_adds_up_and_opens_with_the_closing_figures_of_the_week_before() throws IOException {
        var chief = chief();
        var closed = new HashMap<String, BigDecimal>();
        for (var week : expected().path("weeks")) {
            for (var figure : figures(chief, week.path("endsOn").asText())) {
                for (var part : new String[] {"count", "amount"}) {
                    if (figure.hasNonNull(part)) {
                        var value = figure.path(part);
                        var key = figure.path("platformId") + " " + figure.path("measure") + " " + part;
                        assertThat(number(value, "opening").add(number(value, "added")))
                                .isEqualByComparingTo(number(value, "closing").add(number(value, "removed")));
                        assertThat(number(value, "opening"))
                                .isEqualByComparingTo(closed.getOrDefault(key, BigDecimal.ZERO));
                        closed.put(key, number(value, "closing"));
                    }
                }
            }
        }
    }

    @Test
    void the_figures_of_the_year_are_those_of_the_annual_report() throws IOException {
        var chief = chief();
        var refs = platformRefs(chief);
        var shown = closings(figures(chief, YEAR_END), refs);
        var registered = REGISTERED.keySet().stream()
                .map(ref -> shown.get(ref + " REGISTERED count").intValueExact())
                .toList();
        assertThat(registered).hasSize(3).allMatch(count -> count > 50);
        assertThat(registered.stream().mapToInt(count -> count).sum()).isBetween(301, 399);
        assertThat(shown.get("all PERSONS_REGISTERED count").intValueExact()).isBetween(301, 399);
        chief.get("/api/v1/platforms")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.findAll { it.watched }.name.sort()", equalTo(List.of("共信赢", "凤凰金融")));
    }

    @Test
    void the_year_is_the_sum_of_its_weeks_and_reconciles() throws IOException {
        var chief = chief();
        var ofWeeks = new HashMap<String, BigDecimal>();
        for (var week : expected().path("weeks")) {
            movements(figures(chief, week.path("endsOn").asText()))
                    .forEach((key, value) -> ofWeeks.merge(key, value, BigDecimal::add));
        }
        var year = movements(days("2021-01-01", "2021-12-31"));
        var inItsWeeks = new HashMap<>(year);
        for (var beside : List.of(days("2020-12-28", "2020-12-31"), days("2022-01-01", YEAR_END))) {
            movements(beside).forEach((key, value) -> inItsWeeks.merge(key, value, BigDecimal::add));
        }
        inItsWeeks.replaceAll((key, value) -> value.stripTrailingZeros());
        ofWeeks.replaceAll((key, value) -> value.stripTrailingZeros());
        inItsWeeks.values().removeIf(value -> value.signum() == 0);
        ofWeeks.values().removeIf(value -> value.signum() == 0);
        assertThat(inItsWeeks).hasSizeGreaterThan(30).containsExactlyInAnyOrderEntriesOf(ofWeeks);

        var reconciliation = json.readTree(
                chief.get("/api/v1/figures/reconciliation?year=2021").asString());
        assertThat(reconciliation.path("balanced").asBoolean()).isTrue();
        assertThat(movements(reconciliation.path("items"))).containsExactlyInAnyOrderEntriesOf(year);
    }

    private Iterable<JsonNode> days(String from, String to) throws IOException {
        return items(chief().get("/api/v1/figures?byPlatform=true&from=" + from + "&to=" + to)
                .asString());
    }

    /** What was added and removed, by platform, measure and part; without zeros. */
    private static Map<String, BigDecimal> movements(Iterable<JsonNode> figures) {
        var movements = new HashMap<String, BigDecimal>();
        for (var figure : figures) {
            for (var part : new String[] {"count", "amount"}) {
                for (var movement : new String[] {"added", "removed"}) {
                    if (figure.hasNonNull(part)) {
                        var key =
                                figure.path("platformId") + " " + figure.path("measure") + " " + part + " " + movement;
                        movements.put(key, number(figure.path(part), movement).stripTrailingZeros());
                    }
                }
            }
        }
        movements.values().removeIf(value -> value.signum() == 0);
        return movements;
    }

    @Test
    void each_watched_platform_has_a_bulletin_for_every_week_numbered_without_gaps() throws IOException {
        var chief = chief();
        var weeks = new ArrayList<String>();
        expected().path("weeks").forEach(week -> weeks.add(week.path("endsOn").asText()));
        for (var platform : items(chief.get("/api/v1/platforms").asString())) {
            if (!platform.path("watched").asBoolean()) {
                continue;
            }
            var path = "/api/v1/bulletins?status=ISSUED&limit=200&platformId="
                    + platform.path("id").asText();
            var reported = new ArrayList<String>();
            var numbers = new ArrayList<Integer>();
            for (var bulletin : items(chief.get(path).asString())) {
                reported.add(0, bulletin.path("weekEndsOn").asText());
                if (bulletin.path("year").asInt() == 2021) {
                    numbers.add(0, bulletin.path("number").asInt());
                }
            }
            assertThat(reported).isEqualTo(weeks);
            assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 52).boxed().toList());
        }
    }

    @Test
    void every_row_of_every_bulletin_balances_and_is_verified() throws IOException {
        var chief = chief();
        var verified = 0;
        for (var cursor = ""; cursor != null; ) {
            var page = json.readTree(chief.get("/api/v1/bulletins?status=ISSUED&limit=200" + cursor)
                    .asString());
            for (var bulletin : page.path("items")) {
                chief.get("/api/v1/bulletins/" + bulletin.path("id").asText() + "/verification")
                        .then()
                        .statusCode(200)
                        .body("rowsBalance", equalTo(true))
                        .body("figuresAgree", equalTo(true))
                        .body("intact", equalTo(true))
                        .body("files", hasSize(7));
                verified++;
            }
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asText();
        }
        // three a week, and the others once a month
        assertThat(verified).isEqualTo(53 * 3 + 12 * 3);
    }

    @Test
    void the_attention_list_fills_to_thirty_and_ends_the_year_at_eight() throws IOException {
        var chief = chief();
        var course = new ArrayList<Integer>();
        for (var week : expected().path("weeks")) {
            var listed = 0;
            for (var figure : figures(chief, week.path("endsOn").asText())) {
                if (figure.path("measure").asText().startsWith("ATTENTION")) {
                    listed += figure.at("/count/closing").asInt();
                }
            }
            course.add(listed);
        }
        assertThat(Collections.max(course)).isBetween(28, 33);
        assertThat(course.get(course.size() - 1)).isEqualTo(8);
    }

    @Test
    void a_year_that_is_loaded_is_not_loaded_again() throws IOException, InterruptedException {
        var before = figures(chief(), YEAR_END).toString();
        assertThat(replay.loadOnce(new DemoClient(server.getLocalBaseUri(), json)))
                .isEqualTo(State.DONE);
        assertThat(figures(chief(), YEAR_END)).hasToString(before);
        chief().get("/api/v1/platforms").then().body("items", hasSize(5));
    }

    @Test
    void people_are_counted_in_their_town_by_its_old_or_new_name() throws IOException {
        var shown = new HashMap<String, Integer>();
        for (var figure : items(chief().get("/api/v1/reporting-weeks/" + YEAR_END + "/figures?byTown=true")
                .asString())) {
            if (figure.path("measure").asText().equals("REGISTERED")) {
                shown.merge(
                        figure.path("townCode").asText(),
                        figure.at("/count/closing").asInt(),
                        Integer::sum);
            }
        }
        var reckoned = new HashMap<String, Integer>();
        expected()
                .path("registeredByTown")
                .properties()
                .forEach(town -> reckoned.put(town.getKey(), town.getValue().asInt()));
        assertThat(shown).containsExactlyInAnyOrderEntriesOf(reckoned);
    }

    @Test
    void every_demo_account_can_sign_in_and_the_liaison_has_a_branch() {
        for (var account : DemoAccount.values()) {
            as(account).get("/api/v1/me").then().statusCode(200).body("roles", equalTo(List.of(account.role.name())));
        }
        String branch = as(DemoAccount.LIAISON).get("/api/v1/me").path("branchId");
        assertThat(branch).isNotNull();
    }

    private JsonNode expected() throws IOException {
        try (var file = Seeds.open("demo/expected-2021.json")) {
            return json.readTree(file);
        }
    }

    private Map<String, String> platformRefs(RequestSpecification chief) throws IOException {
        var refs = new HashMap<String, String>();
        for (var platform : items(chief.get("/api/v1/platforms").asString())) {
            NAMES.entrySet().stream()
                    .filter(named ->
                            named.getValue().equals(platform.path("name").asText()))
                    .forEach(named -> refs.put(platform.path("id").asText(), named.getKey()));
        }
        return refs;
    }

    private Iterable<JsonNode> figures(RequestSpecification chief, String endsOn) throws IOException {
        return items(chief.get("/api/v1/reporting-weeks/" + endsOn + "/figures").asString());
    }

    private Iterable<JsonNode> items(String page) throws IOException {
        return json.readTree(page).path("items");
    }

    /** The values at the end of the week, by platform, measure and part; without zeros. */
    private static Map<String, BigDecimal> closings(Iterable<JsonNode> figures, Map<String, String> refs) {
        var closings = new HashMap<String, BigDecimal>();
        for (var figure : figures) {
            var platform = figure.path("platformId").isNull()
                    ? "all"
                    : refs.getOrDefault(figure.path("platformId").asText(), "another platform");
            var name = platform + " " + figure.path("measure").asText();
            for (var part : new String[] {"count", "amount"}) {
                if (figure.hasNonNull(part)) {
                    closings.put(
                            name + " " + part,
                            number(figure.path(part), "closing").stripTrailingZeros());
                }
            }
        }
        closings.values().removeIf(value -> value.signum() == 0);
        return closings;
    }

    private static void put(Map<String, BigDecimal> figures, String platform, JsonNode measures) {
        measures.properties()
                .forEach(measure -> measure.getValue()
                        .properties()
                        .forEach(part -> figures.put(
                                platform + " " + measure.getKey() + " " + part.getKey(),
                                new BigDecimal(part.getValue().asText()).stripTrailingZeros())));
    }

    private static BigDecimal number(JsonNode value, String field) {
        return new BigDecimal(value.path(field).asText());
    }
}
