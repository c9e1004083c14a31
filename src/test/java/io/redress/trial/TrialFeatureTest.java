package io.redress.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.retention.RetentionRule;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Auditing;
import io.redress.testing.Auditing.Entry;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All other features include the trial feature, although none of them lists it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrialFeatureTest {

    @Inject
    Visits visits;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    Auditing auditing;

    @Inject
    AdjustableClock clock;

    @All
    List<RetentionRule> rules;

    private String platform;
    private String investor;
    private LocalDate week;
    private String note;
    private UUID visit;

    @BeforeEach
    void record_a_visit() {
        week = weeks.next();
        platform = register.platform();
        var registration = register.register(platform);
        investor = registration.getString("investor.id");
        note = "来访 " + UUID.randomUUID();
        visit = visits.record(UUID.fromString(registration.getString("id")), week.minusDays(1), note);
    }

    @Test
    void the_tally_counts_a_visit_and_the_bulletin_prints_it() {
        weeks.close(week);
        var sections = "sections.findAll { it.heading == '（六）来访接待' }.body";
        var id = bulletins.draft(platform, week);
        people.clerk()
                .get(Bulletining.BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .body(sections, hasItem("本周来访1人次，累计1人次。"))
                .body("sections.find { it.key == 'WORK_OUTREACH' }.heading", equalTo("（七）宣传排查"))
                .body("figures.find { it.measure == 'VISITS' }.count.added", equalTo(1));
        people.clerk()
                .get(Bulletining.BULLETINS + "/" + id + ".csv")
                .then()
                .statusCode(200)
                .body(containsString("表6 来访接待"));
        people.chief()
                .queryParam("from", week.minusDays(6).toString())
                .queryParam("to", week.toString())
                .queryParam("platformId", platform)
                .queryParam("measure", "VISITS")
                .get("/api/v1/figures")
                .then()
                .statusCode(200)
                .body("items.measure", hasItem("VISITS"))
                .body("items[0].count.closing", equalTo(1));
    }

    @Test
    void the_extract_of_the_person_has_the_visit() {
        people.chief()
                .body(Map.of("identifiedBy", "身份证"))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(200)
                .body(containsString("四、来访"))
                .body(containsString(note));
    }

    @Test
    void visits_can_be_exported_as_a_list() {
        people.clerk()
                .body(Map.of("list", "visits", "format", "CSV", "platformId", platform))
                .post("/api/v1/exports")
                .then()
                .statusCode(200)
                .body(containsString("平台,日期,情况"))
                .body(containsString(note));
        assertThat(auditing.entries(Map.of("action", "visits-exported", "limit", 1)))
                .isNotEmpty();
    }

    @Test
    void a_visit_is_in_the_worklist_until_it_is_answered() {
        assertThat(waiting()).isPositive();
        var before = waiting();
        visits.answer(visit);
        assertThat(waiting()).isEqualTo(before - 1);
    }

    private int waiting() {
        var count = people.clerk()
                .get("/api/v1/worklist")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.find { it.kind == 'VISITS_TO_ANSWER' }?.count");
        return count == null ? 0 : count;
    }

    @Test
    void the_audit_log_has_the_visit_and_hides_its_note() {
        visits.answer(visit);
        var entries = auditing.of(visit.toString());
        assertThat(entries).extracting(Entry::summary).hasSize(2);
        assertThat(entries.get(0).json().toString() + entries.get(1).json())
                .contains("\"answered\"")
                .doesNotContain(note);
    }

    @Test
    void a_visit_is_erased_after_its_retention_period() {
        visits.answer(visit);
        var rule = rules.stream()
                .filter(one -> one.kind().equals("visits"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.eraseEndedBefore(clock.instant().plus(Duration.ofDays(30)), 10_000))
                .isPositive();
        people.chief()
                .body(Map.of("identifiedBy", "身份证"))
                .post("/api/v1/investors/" + investor + "/extracts")
                .then()
                .statusCode(200)
                .body(not(containsString(note)));
    }
}
