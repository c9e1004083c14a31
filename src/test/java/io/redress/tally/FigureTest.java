package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.sheet.Workbooks;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FigureTest {

    private static final String FIGURES = "/api/v1/figures";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    AdjustableClock clock;

    private static RequestSpecification days(RequestSpecification request, Object from, Object to) {
        return request.queryParam("from", from.toString()).queryParam("to", to.toString());
    }

    @Test
    void the_chief_reads_the_figures_of_any_days_of_open_and_closed_weeks() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        String cutOff = people.chief().get("/api/v1/reporting-weeks").path("items[0].cutOffAt");
        var next = weeks.next();
        register.register(platform);
        register.register(platform);
        days(people.chief(), week, next)
                .queryParam("by", "WEEK")
                .queryParam("platformId", platform)
                .queryParam("measure", "REGISTERED", "PRINCIPAL")
                .get(FIGURES)
                .then()
                .statusCode(200)
                .body("from", equalTo(week.minusDays(6).toString()))
                .body("to", equalTo(next.toString()))
                .body("closedUntil", equalTo(cutOff))
                .body("items.measure", contains("REGISTERED", "PRINCIPAL", "REGISTERED", "PRINCIPAL"))
                .body("items.platformId", everyItem(nullValue()))
                .body(
                        "items[0].count",
                        equalTo(Map.of("opening", 0, "added", 1, "removed", 0, "moved", 0, "closing", 1)))
                .body(
                        "items[2].count",
                        equalTo(Map.of("opening", 1, "added", 2, "removed", 0, "moved", 0, "closing", 3)))
                .body("items[3].count", nullValue())
                .body("items[3].amount.opening", equalTo("50000.00"))
                .body("items[3].amount.closing", equalTo("150000.00"));
    }

    @Test
    void the_figures_of_the_days_of_a_closed_week_equal_those_of_the_week() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        register.register(platform);
        weeks.close(week);
        var ofWeek = people.chief()
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .jsonPath();
        days(people.chief(), week, week)
                .queryParam("by", "WEEK")
                .queryParam("byPlatform", true)
                .queryParam("platformId", platform)
                .get(FIGURES)
                .then()
                .body(
                        "items.count",
                        containsInAnyOrder(ofWeek.getList("items.findAll { it.platformId == '" + platform + "' }.count")
                                .toArray()))
                .body(
                        "items.amount",
                        containsInAnyOrder(
                                ofWeek.getList("items.findAll { it.platformId == '" + platform + "' }.amount")
                                        .toArray()));
    }

    @Test
    void figures_can_be_split_by_platform_and_town() {
        var one = register.platform();
        var other = register.platform();
        weeks.next();
        register.register(one);
        register.register(other);
        var today = Clocks.today(clock);
        days(people.chief(), today, today)
                .queryParam("byPlatform", true)
                .queryParam("byTown", true)
                .queryParam("measure", "REGISTERED")
                .get(FIGURES)
                .then()
                .statusCode(200)
                .body("items.platformId", hasItems(one, other))
                .body("items.find { it.platformId == '" + one + "' }.townCode", equalTo(Register.NEW_TAIPING))
                .body("items.find { it.platformId == '" + one + "' }.count.added", equalTo(1));
    }

    @Test
    void an_officer_reads_the_own_area_only() {
        var platform = register.platform();
        weeks.next();
        register.register(platform);
        var today = Clocks.today(clock);
        days(people.officerOf(Register.NEW_TAIPING), today, today)
                .queryParam("platformId", platform)
                .queryParam("measure", "REGISTERED")
                .get(FIGURES)
                .then()
                .statusCode(200)
                .body("items.count.closing", contains(1));
        days(people.officerOf(Register.CHENGXI), today, today)
                .queryParam("platformId", platform)
                .get(FIGURES)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        days(people.officerOf(Register.CHENGXI), today, today)
                .queryParam("areaCode", Register.KAIYUAN)
                .get(FIGURES)
                .then()
                .statusCode(404);
        days(people.officerOf(Register.KAIYUAN), today, today)
                .queryParam("areaCode", Register.NEW_TAIPING)
                .get(FIGURES)
                .then()
                .statusCode(404);
        days(people.officerOf(Register.CHENGXI), today, today)
                .queryParam("areaCode", Register.KAIYUAN)
                .get(FIGURES + ".xlsx")
                .then()
                .statusCode(404);
    }

    @Test
    void the_workbook_has_the_same_figures_as_numbers() {
        var platform = register.platform("甲平台" + UUID.randomUUID());
        weeks.next();
        register.register(platform);
        var today = Clocks.today(clock);
        var answer = days(people.chief(), today, today)
                .queryParam("byPlatform", true)
                .queryParam("byTown", true)
                .queryParam("platformId", platform)
                .get(FIGURES + ".xlsx");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"figures-" + today + "-" + today + ".xlsx\"");
        var workbook = Workbooks.open(answer.asByteArray());
        var sheet = workbook.getSheet("指标");
        assertThat(IntStream.range(0, 18)
                        .mapToObj(column -> sheet.getRow(0).getCell(column).getStringCellValue()))
                .startsWith("首日", "末日", "平台", "平台标识", "镇（街道）", "镇街代码", "指标", "指标代码", "期初（数量）")
                .endsWith("期末（元）");
        var row = sheet.getRow(1);
        assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(today);
        assertThat(row.getCell(2).getStringCellValue()).startsWith("甲平台");
        assertThat(row.getCell(3).getStringCellValue()).isEqualTo(platform);
        assertThat(row.getCell(4).getStringCellValue()).isEqualTo("太平街道");
        assertThat(row.getCell(5).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(7).getStringCellValue()).isEqualTo("REGISTERED");
        assertThat(row.getCell(12).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(row.getCell(12).getNumericCellValue()).isEqualTo(1);
        assertThat(row.getCell(17).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(sheet.getRow(2).getCell(7).getStringCellValue()).isEqualTo("AFFECTED");
        assertThat(sheet.getRow(2).getCell(17).getRawValue()).isEqualTo("48800.00");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(workbook.getSheet("说明").getRow(2).getCell(1).getStringCellValue())
                .isEqualTo(today + " 至 " + today);
    }

    @Test
    void the_figures_of_a_year_are_reconciled_with_its_weeks() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        weeks.next();
        register.register(platform);
        var year = Clocks.today(clock).getYear();
        var ofPlatform = "items.find { it.platformId == '" + platform + "' && it.measure == 'REGISTERED' }.";
        people.chief()
                .queryParam("year", year)
                .get(FIGURES + "/reconciliation")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true))
                .body("year", equalTo(year))
                .body(ofPlatform + "terms.last().kind", equalTo("OPEN"))
                .body(ofPlatform + "terms.last().count.added", equalTo(1))
                .body(ofPlatform + "countDifference.closing", equalTo(0))
                .body(ofPlatform + "count.closing", equalTo(2));
    }
}
