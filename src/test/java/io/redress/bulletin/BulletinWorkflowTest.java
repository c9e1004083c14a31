package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class BulletinWorkflowTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    Owner owner;

    private String platform;
    private String id;

    @BeforeEach
    void aDraftOfAClosedWeek() {
        platform = register.platform();
        id = bulletins.draftOfNewWeek(platform);
    }

    @Test
    void each_step_of_a_bulletin_names_its_user() {
        bulletins.submit(id);
        bulletins.step(people.chief(), id, "review").statusCode(200).body("status", equalTo("REVIEWED"));
        bulletins
                .step(people.director(), id, "issue")
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("number", equalTo(1))
                .body("steps.action", contains("DRAFTED", "SUBMITTED", "REVIEWED", "ISSUED"))
                .body("steps.takenBy", contains("test.clerk", "test.clerk", "test.section-chief", "test.director"));
        people.clerk()
                .get(BULLETINS + "/" + id + ".json")
                .then()
                .body("draftedBy", equalTo("test.clerk"))
                .body("reviewedBy", equalTo("test.section-chief"))
                .body("signedBy", equalTo("test.director"));
    }

    @Test
    void a_bulletin_that_is_sent_back_is_a_draft_again() {
        bulletins.review(id);
        bulletins
                .step(people.director(), id, "send-back", Map.of("reason", "第二部分写得不清楚"))
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("steps.last().action", equalTo("SENT_BACK"))
                .body("steps.last().reason", equalTo("第二部分写得不清楚"));
        bulletins
                .step(people.director(), id, "send-back", Map.of("reason", " "))
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        assertThat(bulletins.issue(id)).isEqualTo(1);
    }

    @Test
    void a_user_cannot_review_a_bulletin_that_they_submitted() {
        bulletins.step(people.chief(), id, "submit").statusCode(200);
        bulletins
                .step(people.chief(), id, "review")
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-own-review"));
        bulletins.step(people.director(), id, "review").statusCode(200);
    }

    @Test
    void no_step_can_be_skipped() {
        bulletins
                .step(people.director(), id, "issue")
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-step-not-possible"));
        bulletins.step(people.chief(), id, "review").statusCode(409);
        bulletins.step(people.chief(), id, "send-back", Map.of("reason", "x")).statusCode(409);
        bulletins.submit(id);
        people.clerk()
                .header("If-Match", "\"1\"")
                .body(edit("改"))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-not-a-draft"));
    }

    private static Map<String, Object> edit(String body) {
        return Map.of("title", "题目", "sections", List.of(Map.of("key", "A", "heading", "一、甲", "body", body)));
    }

    @Test
    void unprintable_characters_are_listed_in_the_draft_and_need_a_confirmation_to_sign() {
        people.clerk().get(BULLETINS + "/" + id).then().body("missingCharacters", hasSize(0));
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(edit("投资人𠮷某与㛃某，𠮷某"))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .body("missingCharacters.section", contains("A"))
                .body("missingCharacters.part", contains("SECTION"))
                .body("missingCharacters.heading", contains("一、甲"))
                .body("missingCharacters[0].characters", contains("𠮷"));
        bulletins.review(id);
        bulletins
                .step(people.director(), id, "issue")
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-characters-missing"))
                .body("detail", containsString("𠮷"))
                .body("missingCharacters", contains("𠮷"));
        bulletins
                .step(people.director(), id, "issue", Map.of("acceptMissingCharacters", true))
                .statusCode(200)
                .body("number", equalTo(1));
    }

    @Test
    void an_issued_bulletin_cannot_be_changed() throws SQLException {
        bulletins.issue(id);
        people.clerk()
                .header("If-Match", "\"3\"")
                .body(edit("改"))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-issued"));
        for (var sql : List.of(
                "update bulletin set title = 'x' where id = '%s'",
                "update bulletin set status = 'VOID', number = 9 where id = '%s'",
                "delete from bulletin where id = '%s'",
                "update bulletin_section set body = 'x' where bulletin_id = '%s'",
                "delete from bulletin_section where bulletin_id = '%s'",
                "update bulletin_step set taken_by = 'x' where bulletin_id = '%s'",
                "delete from bulletin_step where bulletin_id = '%s'",
                "update bulletin_file set sha256 = sha256 where bulletin_id = '%s'",
                "delete from bulletin_file where bulletin_id = '%s'")) {
            assertRefused(sql.formatted(id));
        }
    }

    private void assertRefused(String sql) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            var state = "done";
            try {
                statement.executeUpdate(sql);
            } catch (SQLException e) {
                state = e.getSQLState();
            }
            assertThat(state).as(sql).isEqualTo("23001");
        }
    }

    @Test
    void a_correction_is_a_bulletin_that_names_the_original() {
        var number = bulletins.issue(id);
        var correction = correct()
                .statusCode(201)
                .body("correctsId", equalTo(id))
                .body("status", equalTo("DRAFT"))
                .body("steps[0].reason", equalTo("金额表述有误"))
                .extract()
                .<String>path("id");
        correct().statusCode(409).body("type", equalTo("/problems/bulletin-already-corrected"));
        assertThat(bulletins.issue(correction)).isEqualTo(number + 1);
        people.clerk()
                .get(BULLETINS + "/" + correction + ".json")
                .then()
                .body(
                        "corrects",
                        equalTo(people.clerk().get(BULLETINS + "/" + id).path("year") + "年第" + number + "期"));
        people.clerk()
                .get(BULLETINS + "/" + id)
                .then()
                .body("status", equalTo("ISSUED"))
                .body("correctedById", equalTo(correction));
    }

    private ValidatableResponse correct() {
        return people.clerk()
                .body(Map.of("reason", "金额表述有误"))
                .post(BULLETINS + "/" + id + "/correct")
                .then();
    }

    @Test
    void a_draft_cannot_be_corrected() {
        correct().statusCode(409).body("type", equalTo("/problems/bulletin-not-issued"));
    }

    @Test
    void a_voided_bulletin_keeps_its_number_and_the_next_has_the_next_number() {
        bulletins.issue(id);
        bulletins
                .step(people.chief(), id, "void", Map.of("reason", "错发"))
                .statusCode(403)
                .body("type", equalTo("/problems/bulletin-voided-by-director"));
        bulletins
                .step(people.director(), id, "void", Map.of("reason", "错发"))
                .statusCode(200)
                .body("status", equalTo("VOID"))
                .body("number", equalTo(1))
                .body("steps.last().reason", equalTo("错发"));
        people.clerk().get(BULLETINS + "/" + id + ".docx").then().statusCode(200);
        var week = LocalDate.parse(people.clerk().get(BULLETINS + "/" + id).path("weekEndsOn"));
        assertThat(bulletins.issue(bulletins.draft(platform, week))).isEqualTo(2);
        bulletins.step(people.director(), id, "void", Map.of("reason", "再次")).statusCode(409);
    }

    @Test
    void a_voided_draft_has_no_number() {
        bulletins
                .step(people.chief(), id, "void", Map.of("reason", "不用了"))
                .statusCode(200)
                .body("status", equalTo("VOID"))
                .body("number", nullValue());
        people.clerk().get(BULLETINS + "/" + id + "/verification").then().statusCode(409);
    }

    @Test
    void two_bulletins_signed_at_once_get_consecutive_numbers() throws InterruptedException, ExecutionException {
        var ids = new ArrayList<>(List.of(id));
        for (var i = 0; i < 3; i++) {
            var week = weeks.next();
            weeks.close(week);
            ids.add(bulletins.draft(platform, week));
        }
        ids.forEach(bulletins::review);
        var pool = Executors.newFixedThreadPool(ids.size());
        try {
            List<Callable<Integer>> signings = ids.stream()
                    .<Callable<Integer>>map(each -> () -> bulletins.sign(each))
                    .toList();
            var numbers = new TreeSet<Integer>();
            for (var number : pool.invokeAll(signings)) {
                numbers.add(number.get());
            }
            assertThat(numbers).containsExactly(1, 2, 3, 4);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void two_directors_who_sign_the_same_bulletin_at_once_use_one_number()
            throws InterruptedException, ExecutionException {
        // Both are drafted before any is signed: weeks.next() may enter a new year, and numbers start again.
        var week = weeks.next();
        weeks.close(week);
        var next = bulletins.draft(platform, week);
        bulletins.review(id);
        var version = people.clerk().get(BULLETINS + "/" + id).header("ETag");
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> signing = () -> people.director()
                    .header("If-Match", version)
                    .body(Map.of())
                    .post(BULLETINS + "/" + id + "/issue")
                    .statusCode();
            var statuses = new ArrayList<Integer>();
            for (var status : pool.invokeAll(List.of(signing, signing))) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        } finally {
            pool.shutdownNow();
        }
        assertThat(bulletins.issue(next)).isEqualTo(2);
    }

    @Test
    void stale_versions_forbidden_roles_and_invalid_dates_are_refused() {
        bulletins.review(id);
        people.director()
                .body(Map.of())
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(428);
        people.director()
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(412);
        bulletins.step(people.chief(), id, "issue").statusCode(403);
        bulletins.step(people.clerk(), id, "send-back", Map.of("reason", "x")).statusCode(403);
        bulletins
                .step(people.director(), id, "issue", Map.of("issuedOn", "2020-01-01"))
                .statusCode(422)
                .body("errors.pointer", contains("/issuedOn"));
    }

    @Test
    void a_bulletin_that_is_due_and_not_issued_is_missing() {
        var week = LocalDate.parse(people.clerk().get(BULLETINS + "/" + id).path("weekEndsOn"));
        assertThat(missingOf(week))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry).containsEntry("status", "DRAFT").containsEntry("bulletinId", id));
        assertThat(missingSince(week)).anyMatch(entry -> entry.get("kind").equals("DIGEST"));
        bulletins.issue(id);
        assertThat(missingOf(week)).isEmpty();
        bulletins.step(people.director(), id, "void", Map.of("reason", "错发")).statusCode(200);
        assertThat(missingOf(week))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("bulletinId")).isNull());
    }

    private static LocalDate weekOf(Map<String, Object> entry) {
        return LocalDate.parse((String) entry.get("weekEndsOn"));
    }

    private List<Map<String, Object>> missingOf(LocalDate week) {
        return missingSince(week).stream()
                .filter(entry -> platform.equals(entry.get("platformId")))
                .filter(entry -> week.equals(weekOf(entry)))
                .toList();
    }

    /** From all pages; the latest week comes first. */
    private List<Map<String, Object>> missingSince(LocalDate week) {
        var paged = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var request = people.chief().queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(BULLETINS + "/missing");
            paged.addAll(page.path("items"));
            cursor = page.path("next");
        } while (cursor != null && !week.isAfter(weekOf(paged.get(paged.size() - 1))));
        return paged;
    }

    private ValidatableResponse missing() {
        return people.chief()
                .queryParam("limit", 200)
                .get(BULLETINS + "/missing")
                .then()
                .statusCode(200);
    }

    @Test
    void the_list_of_missing_bulletins_is_paged() {
        var all = missing().extract().<List<Map<String, Object>>>path("items");
        var paged = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var request = people.chief().queryParam("limit", 7);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(BULLETINS + "/missing");
            paged.addAll(page.path("items"));
            cursor = page.path("next");
        } while (cursor != null && paged.size() < all.size());
        assertThat(paged.subList(0, all.size())).isEqualTo(all);
    }
}
