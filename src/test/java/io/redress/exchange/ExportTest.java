package io.redress.exchange;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExportTest {

    private static final Map<String, String> FOR_THE_POLICE = Map.of("purpose", "ASSIST_AUTHORITIES");

    /** Copies a platform's registration many times. The copies are withdrawn, so one person may have them all. */
    private static final String COPIES = """
            insert into registration (id, version, number, platform_id, investor_id, status, channel, received_at, received_by,
                evidence_shown, notices_given, acted_as_salesperson, declared_principal, declared_principal_repaid,
                declared_returns_paid, declared_net_loss, ended_at)
            select gen_random_uuid(), 0, number || '-' || n, platform_id, investor_id, 'WITHDRAWN', channel, received_at, received_by,
                evidence_shown, notices_given, acted_as_salesperson, declared_principal, declared_principal_repaid,
                declared_returns_paid, declared_net_loss, received_at
            from registration, generate_series(1, 2500) n where platform_id = ?
            """;

    @Inject
    Auditing auditing;

    @Inject
    People people;

    @Inject
    AgroalDataSource database;

    @Inject
    Register register;

    private static ValidatableResponse export(RequestSpecification as, Map<String, Object> body) {
        return as.body(body).post("/api/v1/registrations/exports").then();
    }

    private static String csv(RequestSpecification as, Map<String, Object> body) {
        var response = export(as, body).statusCode(200).extract();
        assertThat(response.header("Content-Disposition"))
                .matches("attachment; filename=\"registrations-[0-9-]+\\.csv\"");
        var charset = body.get("format").equals("CSV") ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        return new String(response.asByteArray(), charset);
    }

    @Test
    void an_exported_list_is_masked() {
        var platform = register.platform();
        var number = residentNumber();
        var named = register.register(request(platform, number)).getString("number");
        var lines = csv(people.clerk(), Map.of("format", "CSV", "platformId", platform))
                .split("\r\n");
        assertThat(lines[0]).startsWith("\uFEFF登记编号,平台,状态");
        assertThat(lines).hasSize(2);
        assertThat(lines[1])
                .startsWith(named)
                .contains("陈小明", "居民身份证", "138****8000", "50000.00", "1200.00", "48800.00", "开元路***")
                .doesNotContain(number, "13800138000", "开元路12号");
    }

    /** The export reads batches of a thousand, and the next batch while it writes the present one. */
    @Test
    void a_long_export_has_every_line_once_and_latest_first() throws SQLException {
        var platform = register.platform();
        register.register(platform);
        try (var connection = database.getConnection();
                var copying = connection.prepareStatement(COPIES)) {
            copying.setObject(1, UUID.fromString(platform));
            copying.executeUpdate();
        }
        var lines = csv(people.clerk(), Map.of("format", "CSV", "platformId", platform))
                .split("\r\n");
        assertThat(List.of(lines).subList(1, lines.length))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .isEqualTo(numbersOf(platform))
                .hasSize(2_501)
                .doesNotHaveDuplicates();
    }

    private List<String> numbersOf(String platform) throws SQLException {
        var numbers = new ArrayList<String>();
        try (var connection = database.getConnection();
                var reading = connection.prepareStatement(
                        "select number from registration where platform_id = ? order by id desc")) {
            reading.setObject(1, UUID.fromString(platform));
            for (var rows = reading.executeQuery(); rows.next(); ) {
                numbers.add(rows.getString(1));
            }
        }
        return numbers;
    }

    @Test
    void a_chief_exports_unmasked_with_a_recorded_purpose_and_a_clerk_or_officer_cannot() {
        var platform = register.platform();
        var number = residentNumber();
        register.register(request(platform, number));
        var body = Map.of("format", "CSV_GB18030", "platformId", platform, "inClear", FOR_THE_POLICE);
        // Only this test exports as this chief.
        var chief = people.with(Role.SECTION_CHIEF, Role.CLERK);
        String account = chief.get("/api/v1/me").path("id");
        assertThat(csv(chief, body)).contains(number, "13800138000", "开元路12号");
        assertThat(auditing.entries(Map.of("action", "revealed", "account", account, "limit", 200)))
                .anyMatch(entry -> entry.get("purpose").equals("ASSIST_AUTHORITIES")
                        && entry.detail("kind").equals("EXPORT"));
        export(people.clerk(), body).statusCode(403).body("type", equalTo("/problems/export-in-clear-forbidden"));
        export(people.officerOf(Register.KAIYUAN), body).statusCode(403);
    }

    @Test
    void a_token_cannot_export_unmasked() {
        var script = people.nobody().header("Authorization", "Bearer " + people.scriptTokenOf(Role.SECTION_CHIEF));
        export(script, Map.of("format", "CSV", "inClear", FOR_THE_POLICE))
                .statusCode(403)
                .body("type", equalTo("/problems/token-needs-session"));
        export(script, Map.of("format", "CSV")).statusCode(200);
    }

    @Test
    void the_sixth_unmasked_export_of_a_day_is_refused() {
        var body = Map.of("format", "CSV", "platformId", register.platform(), "inClear", FOR_THE_POLICE);
        for (var i = 0; i < 5; i++) {
            csv(people.director(), body);
        }
        var refused = export(people.director(), body).statusCode(429).extract();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(80_000, 86_400);
    }

    @Test
    void an_export_has_only_records_in_scope() {
        var platform = register.platform();
        register.register(platform);
        assertThat(csv(people.officerOf(Register.CHENGXI), Map.of("format", "CSV", "platformId", platform))
                        .split("\r\n"))
                .hasSize(1);
        assertThat(csv(people.officerOf(Register.KAIYUAN), Map.of("format", "CSV", "platformId", platform))
                        .split("\r\n"))
                .hasSize(2);
        for (var role : List.of(Role.ADMIN, Role.AUDITOR, Role.BRANCH_LIAISON, Role.TIP_HANDLER)) {
            export(people.as(role, null), Map.of("format", "CSV")).statusCode(403);
        }
    }

    @Test
    void a_workbook_has_the_same_lines_and_escapes_formulas() throws IOException {
        var platform = register.platform();
        var request = request(platform);
        investorOf(request).put("name", "=HYPERLINK(\"x\")");
        register.register(request);
        var bytes = export(people.clerk(), Map.of("format", "XLSX", "platformId", platform))
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(row.getCell(13).getNumericCellValue()).isEqualTo(48800);
        }
        assertThat(csv(people.clerk(), Map.of("format", "CSV", "platformId", platform)))
                .contains("'=HYPERLINK");
    }

    @Test
    void an_invalid_request_is_refused_before_a_line_is_written() {
        export(people.clerk(), Map.of("format", "PDF")).statusCode(422);
        export(people.clerk(), Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/format"));
        export(people.chief(), Map.of("format", "CSV", "inClear", Map.of("purpose", "OTHER")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/inClear/note"));
        export(people.clerk(), Map.of("format", "CSV", "areaCode", "12"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/areaCode"));
    }
}
