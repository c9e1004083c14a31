package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Auditing;
import io.redress.testing.Auditing.Entry;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files and data that leave the service have an audit entry. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecordedDownloadsTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Bulletining bulletins;

    @Inject
    AdjustableClock clock;

    @Inject
    Auditing auditing;

    @Inject
    Owner owner;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private List<String> exportsOf(String recordId) {
        return auditing.entries(Map.of("recordId", recordId, "effect", "EXPORTED", "limit", 200)).stream()
                .map(Entry::summary)
                .toList();
    }

    @Test
    void downloads_of_every_bulletin_file_are_recorded() {
        var platform = register.platform();
        var id = bulletins.draftOfNewWeek(platform);
        bulletins.issue(id);
        for (var suffix : List.of("docx", "pdf", "xlsx", "csv", "gb18030.csv", "html", "json")) {
            people.chief().get("/api/v1/bulletins/" + id + "." + suffix).then().statusCode(200);
        }
        people.chief().get("/api/v1/bulletins/" + id).then().statusCode(200);
        assertThat(exportsOf(id))
                .containsExactlyInAnyOrder(
                        "bulletinFile_docx EXPORTED bulletin",
                        "bulletinFile_pdf EXPORTED bulletin",
                        "bulletinFile_xlsx EXPORTED bulletin",
                        "bulletinFile_csv EXPORTED bulletin",
                        "bulletinFile_csvInGb18030 EXPORTED bulletin",
                        "bulletinFile_html EXPORTED bulletin",
                        "bulletinFile_json EXPORTED bulletin");
    }

    @Test
    void downloads_of_slips_evidence_and_workbooks_are_recorded() {
        var registration = register.register(register.platform()).getString("id");
        people.clerk()
                .get("/api/v1/registrations/" + registration + "/slip")
                .then()
                .statusCode(200);
        assertThat(exportsOf(registration)).containsExactly("slip_slip EXPORTED registration");
        var evidence = people.clerk()
                .contentType(ContentType.MULTIPART)
                .multiPart("kind", "CONTRACT")
                .multiPart("file", "合同.pdf", "%PDF-1.4\n%%EOF\n".getBytes(), "application/pdf")
                .post("/api/v1/registrations/" + registration + "/evidence")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        people.clerk()
                .get("/api/v1/registrations/" + registration + "/evidence/" + evidence)
                .then()
                .statusCode(200);
        assertThat(exportsOf(evidence)).containsExactly("evidence_download EXPORTED evidence");
        var before = workbooks();
        people.chief()
                .get("/api/v1/figures.xlsx?from=2021-01-01&to=2021-01-31")
                .then()
                .statusCode(200);
        assertThat(workbooks()).isEqualTo(before + 1);
    }

    private int workbooks() {
        return auditing.entries(Map.of("action", "figure_workbook", "limit", 200))
                .size();
    }

    @Test
    void a_download_that_cannot_be_recorded_is_refused() {
        var registration = register.register(register.platform()).getString("id");
        owner.execute("revoke insert on audit_entry from redress");
        try {
            var answer = people.clerk().get("/api/v1/registrations/" + registration + "/slip");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.asString()).doesNotContain("陈小明");
            people.chief()
                    .get("/api/v1/figures.xlsx?from=2021-01-01&to=2021-01-31")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/internal-error"));
        } finally {
            owner.execute("grant insert on audit_entry to redress");
        }
    }
}
