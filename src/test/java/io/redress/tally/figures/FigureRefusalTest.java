package io.redress.tally.figures;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.TestDatabase;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FigureRefusalTest {

    private static final String FIGURES = "/api/v1/figures";

    @Inject
    People people;

    @Inject
    Refusals refusals;

    private static RequestSpecification days(RequestSpecification request, Object from, Object to) {
        return request.queryParam("from", from.toString()).queryParam("to", to.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-02, 2021-03-01, MONTH, ?from, later than the last day",
        "1989-12-31, 2021-03-01, YEAR, ?from, between 1990-01-01 and 2099-12-31",
        "2021-03-01, +999999999-12-31, YEAR, ?to, between 1990-01-01 and 2099-12-31",
        "2013-01-01, 2021-12-31, WEEK, ?by, at most 400",
        "2021-03-01, 2021-02-30, MONTH, ?to, Not a valid date",
        "2021-03-01, 2021-03-02, DAY, ?by, 'WEEK, MONTH, QUARTER, YEAR'"
    })
    void an_invalid_range_of_days_is_refused(String from, String to, String by, String pointer, String words) {
        refusals.of(() -> days(people.chief(), from, to).queryParam("by", by), request -> request.get(FIGURES))
                .is(422, "invalid-request")
                .at(pointer)
                .saying(words);
    }

    @Test
    void both_days_are_needed() {
        refusals.of(people::chief, request -> request.get(FIGURES))
                .is(422, "invalid-request")
                .at("?from", "?to");
    }

    @ParameterizedTest
    @CsvSource({
        "platformId, 019a0000-0000-7000-8000-000000000000, There is no such platform",
        "platformId, somewhere, Not a valid id",
        "areaCode, 445102999, There is no such area code",
        "measure, PEOPLE, Not an allowed value",
        "byTown, maybe, Not an allowed value"
    })
    void an_unknown_filter_value_is_refused(String name, String value, String words) {
        refusals.of(
                        () -> days(people.chief(), "2021-03-01", "2021-03-31").queryParam(name, value),
                        request -> request.get(FIGURES))
                .is(422, "invalid-request")
                .at("?" + name)
                .saying(words);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "ADMIN", "TIP_HANDLER"})
    void roles_without_cases_cannot_read_figures(Role role) {
        for (var path : new String[] {FIGURES, FIGURES + ".xlsx"}) {
            days(people.as(role, null), "2021-03-01", "2021-03-31")
                    .get(path)
                    .then()
                    .statusCode(403);
        }
        people.as(role, null)
                .queryParam("year", 2021)
                .get(FIGURES + "/reconciliation")
                .then()
                .statusCode(403);
        days(people.nobody(), "2021-03-01", "2021-03-31").get(FIGURES).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989", "2100", "twenty"})
    void an_impossible_year_is_refused(String year) {
        refusals.of(() -> people.chief().queryParam("year", year), request -> request.get(FIGURES + "/reconciliation"))
                .is(422, "invalid-request")
                .at("?year");
    }

    @Test
    void a_missing_year_is_refused() {
        refusals.of(people::chief, request -> request.get(FIGURES + "/reconciliation"))
                .is(422, "invalid-request")
                .at("?year")
                .saying("Must be given");
    }
}
