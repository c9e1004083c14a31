package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.sheet.Csv;
import io.redress.common.sheet.Xlsx;
import io.redress.export.ExportedList;
import io.redress.testing.Bulletining;
import io.redress.testing.Ground;
import io.redress.testing.People;
import io.redress.testing.Planter;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Every exported table, with user input that a spreadsheet would run as a formula (OWASP, CSV injection). */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FormulaTest {

    private static final String COMMAND = "cmd|' /C calc'!A0";
    private static final List<String> BEGINNINGS = List.of("=", "+", "-", "@", "＝", "＋", "－", "＠");

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @All
    List<Planter> planters;

    @All
    List<ExportedList> lists;

    /** The request for a table, and the charset of its text. */
    private record Table(String operation, Supplier<Response> asking, Charset charset) {

        static Table csv(String operation, Supplier<Response> asking, Charset charset) {
            return new Table(operation, asking, charset);
        }

        static Table workbook(String operation, Supplier<Response> asking) {
            return new Table(operation, asking, null);
        }
    }

    @Test
    void no_exported_table_has_a_formula_whatever_the_names_of_platforms_and_streets() throws IOException {
        var week = weeks.next();
        var platforms = BEGINNINGS.stream()
                .map(beginning -> register.platform(beginning + COMMAND + week))
                .toList();
        for (var platform : platforms) {
            var request = Register.request(platform);
            Register.investorOf(request).put("address", Map.of("areaCode", Register.KAIYUAN, "text", "=1+" + COMMAND));
            plant(platform, register.register(request).getString("id"), week);
        }
        weeks.close(week);
        var tables = tables(bulletins.draft(null, week), week);
        assertThat(tables.stream().map(Table::operation).distinct())
                .as("every operation that answers with a table")
                .containsExactlyInAnyOrderElementsOf(operations());
        for (var table : tables) {
            var answer = table.asking().get();
            assertThat(answer.statusCode()).as(table.operation()).isEqualTo(200);
            var texts = table.charset() == null ? workbook(answer) : csv(answer, table.charset());
            assertThat(texts.stream().filter(text -> text.contains(COMMAND + week)))
                    .as(table.operation())
                    .hasSizeGreaterThanOrEqualTo(BEGINNINGS.size());
        }
    }

    /** Creates a row in every list of every feature. */
    private void plant(String platform, String registration, LocalDate week) {
        var ground = new Ground(people);
        ground.put("platforms", platform);
        ground.put("registrations", registration);
        ground.put("reporting-weeks", week.toString());
        planters.forEach(planter -> planter.plant(ground));
    }

    private static List<String> operations() {
        return Operation.all().stream()
                .filter(operation -> operation.answerTypes().stream()
                        .anyMatch(type -> type.equals("text/csv") || type.equals(Xlsx.MEDIA_TYPE)))
                .map(Operation::name)
                .toList();
    }

    /** The register in clear, which a second person has approved. */
    private Response approvedList() {
        var chief = people.fresh(Role.SECTION_CHIEF);
        String id = chief.body(Map.of("list", "registrations", "purpose", "ASSIST_AUTHORITIES"))
                .post("/api/v1/access-requests/lists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        people.director()
                .header("If-Match", "\"0\"")
                .body("{}")
                .post("/api/v1/access-requests/" + id + "/approve")
                .then()
                .statusCode(200);
        return chief.body(Map.of("format", "CSV")).post("/api/v1/exports/" + id);
    }

    private List<Table> tables(String digest, LocalDate week) {
        var bulletin = Bulletining.BULLETINS + "/" + digest;
        var exports = "POST /api/v1/registrations/exports";
        var bulletinsAndFigures = Stream.of(
                Table.csv("POST /api/v1/exports/{requestId}", this::approvedList, StandardCharsets.UTF_8),
                Table.csv(
                        "GET /api/v1/bulletins/{id}.csv",
                        () -> people.chief().get(bulletin + ".csv"),
                        StandardCharsets.UTF_8),
                Table.csv(
                        "GET /api/v1/bulletins/{id}.gb18030.csv",
                        () -> people.chief().get(bulletin + ".gb18030.csv"),
                        Csv.GB18030),
                Table.workbook(
                        "GET /api/v1/bulletins/{id}.xlsx", () -> people.chief().get(bulletin + ".xlsx")),
                Table.workbook(
                        "GET /api/v1/figures.xlsx",
                        () -> people.chief()
                                .queryParam("from", week.minusDays(6).toString())
                                .queryParam("to", week.toString())
                                .queryParam("byPlatform", true)
                                .get("/api/v1/figures.xlsx")),
                Table.csv(exports, () -> export("CSV", week), StandardCharsets.UTF_8),
                Table.csv(exports, () -> export("CSV_GB18030", week), Csv.GB18030),
                Table.workbook(exports, () -> export("XLSX", week)));
        return Stream.concat(bulletinsAndFigures, lists.stream().flatMap(list -> tables(list, week)))
                .toList();
    }

    private Stream<Table> tables(ExportedList list, LocalDate week) {
        var operation = "POST /api/v1/exports";
        return Stream.of(
                Table.csv(operation, () -> export(list, "CSV", week), StandardCharsets.UTF_8),
                Table.workbook(operation, () -> export(list, "XLSX", week)));
    }

    private Response export(ExportedList list, String format, LocalDate week) {
        return people.chief()
                .body(Map.of(
                        "list",
                        list.name(),
                        "format",
                        format,
                        "from",
                        week.minusDays(6).toString(),
                        "to",
                        week.toString()))
                .post("/api/v1/exports");
    }

    private Response export(String format, LocalDate week) {
        return people.chief()
                .body(Map.of(
                        "format",
                        format,
                        "receivedFrom",
                        week.minusDays(6).toString(),
                        "receivedTo",
                        week.toString(),
                        "inClear",
                        Map.of("purpose", "ASSIST_AUTHORITIES")))
                .post("/api/v1/registrations/exports");
    }

    /** The type of the cell marks text. */
    private static List<String> workbook(Response answer) throws IOException {
        var texts = new ArrayList<String>();
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            opened.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> texts.add(text(cell)))));
        }
        return texts;
    }

    private static String text(Cell cell) {
        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        return cell.toString();
    }

    /** CSV has no types: a field that begins like a formula and is no number begins with an apostrophe instead. */
    private static List<String> csv(Response answer, Charset charset) throws IOException {
        var text = new String(answer.asByteArray(), charset).replaceFirst("^\uFEFF", "");
        var fields = CsvMapper.csvBuilder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerFor(String[].class)
                .<String[]>readValues(text)
                .readAll()
                .stream()
                .flatMap(Stream::of)
                .toList();
        assertThat(fields)
                .allSatisfy(field -> assertThat(field)
                        .matches(harmless -> harmless.matches("-?\\d+(\\.\\d\\d)?")
                                || BEGINNINGS.stream().noneMatch(harmless::startsWith)
                                        && !harmless.startsWith("\t")
                                        && !harmless.startsWith("\r")));
        return fields;
    }
}
