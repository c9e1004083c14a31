package io.redress.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports of lists other than the register. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListExportTest {

    private static final String NOTE = "不带走的说明";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Auditing auditing;

    private String platform;

    @BeforeEach
    void propose_an_attention_entry() {
        platform = register.platform();
        var registration = register.register(platform).getString("id");
        people.clerk()
                .body(Map.of("registrationId", registration, "reason", "HARDSHIP", "level", 2, "note", NOTE))
                .post("/api/v1/attention-entries")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse export(RequestSpecification as, String list, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("list", list, "format", "CSV", "platformId", platform));
        body.putAll(more);
        return as.body(body).post("/api/v1/exports").then();
    }

    private List<String> lines(RequestSpecification as, String list, Map<String, ?> more) {
        return export(as, list, more)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    @Test
    void the_export_of_the_attention_list_has_no_notes() {
        var lines = lines(people.clerk(), "attention-entries", Map.of("status", "PROPOSED"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("\uFEFF平台,姓名或名称,区划代码,区划,原因,级别,状态,提名日期,提名人,审批人,复核日期,结束日期");
        assertThat(lines.get(1)).contains("陈小明", ",2,").doesNotContain(NOTE);
        assertThat(lines(people.clerk(), "attention-entries", Map.of("status", "ACTIVE")))
                .hasSize(1);
        assertThat(auditing.entries(Map.of("action", "attention-list-exported", "limit", 1)))
                .isNotEmpty();
    }

    @Test
    void an_export_is_filtered_by_days_and_area() {
        var list = "attention-entries";
        assertThat(lines(people.clerk(), list, Map.of("to", "2019-12-31"))).hasSize(1);
        assertThat(lines(people.clerk(), list, Map.of("from", "2020-01-01"))).hasSize(2);
        assertThat(lines(people.clerk(), list, Map.of("areaCode", Register.KAIYUAN)))
                .hasSize(2);
        assertThat(lines(people.clerk(), list, Map.of("areaCode", Register.CHENGXI)))
                .hasSize(1);
    }

    @Test
    void an_officer_exports_only_records_in_scope_and_other_roles_are_refused() {
        var list = "attention-entries";
        assertThat(lines(people.officerOf(Register.KAIYUAN), list, Map.of())).hasSize(2);
        assertThat(lines(people.officerOf(Register.CHENGXI), list, Map.of())).hasSize(1);
        for (var role : List.of(Role.ADMIN, Role.AUDITOR, Role.BRANCH_LIAISON, Role.TIP_HANDLER)) {
            export(people.as(role, null), list, Map.of()).statusCode(403);
        }
    }

    @Test
    void disclosures_are_exported_as_recorded() {
        people.clerk()
                .body(Map.of("kind", "ANNOUNCEMENT", "disclosedOn", "2021-03-03", "source", "总部", "summary", "方案会商中。"))
                .post("/api/v1/platforms/" + platform + "/disclosures")
                .then()
                .statusCode(201);
        export(people.clerk(), "disclosures", Map.of()).statusCode(200).body(containsString("公告,2021-03-03,总部,方案会商中。"));
        assertThat(lines(people.clerk(), "disclosures", Map.of("from", "2021-03-04")))
                .hasSize(1);
    }

    @Test
    void the_register_can_be_exported_as_a_list() {
        var lines = lines(people.clerk(), "registrations", Map.of("status", "RECEIVED"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("138****8000");
    }

    @Test
    void invalid_parameters_are_reported() {
        export(people.clerk(), "nothing", Map.of())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/list"))
                .body("errors[0].message", containsString("attention-entries, disclosures, registrations"));
        export(people.clerk(), "attention-entries", Map.of("status", "RECEIVED"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/status"))
                .body("errors[0].message", containsString("PROPOSED"));
        export(people.clerk(), "disclosures", Map.of("status", "ACTIVE"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/status"));
        export(people.chief(), "disclosures", Map.of("inClear", Map.of("purpose", "ASSIST_AUTHORITIES")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/inClear"));
        export(people.clerk(), "attention-entries", Map.of("inClear", Map.of("purpose", "ASSIST_AUTHORITIES")))
                .statusCode(403);
    }
}
