package io.redress.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.text.Digests;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BulletinTest {

    private static final String BULLETINS = "/api/v1/bulletins";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    private String draft(String platform, LocalDate week) {
        return people.chief()
                .body(Map.of("platformId", platform, "weekEndsOn", week.toString()))
                .post(BULLETINS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private int issue(String id) {
        return people.director()
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(200)
                .extract()
                .path("number");
    }

    private String textOf(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void a_draft_reads_the_closed_week() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        people.chief()
                .body(Map.of("platformId", platform, "weekEndsOn", week.toString()))
                .post(BULLETINS)
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("number", nullValue())
                .body("sections.heading", contains("一、基本情况", "二、本周工作开展情况", "三、存在的问题和风险研判", "四、下周工作安排"))
                .body("sections[0].body", containsString("投资人1人，其中受损1人，投入本金5.00万元，已返还本金及回报0.12万元，净损失4.88万元"))
                .body("sections[1].body", containsString("本周新增登记1人，累计1人。"))
                .body("figures.find { it.measure == 'AFFECTED' }.amount.closing", equalTo("48800.00"));
    }

    @Test
    void a_week_with_nothing_new_still_has_a_bulletin() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        people.chief()
                .body(Map.of("platformId", platform, "weekEndsOn", week.toString()))
                .post(BULLETINS)
                .then()
                .statusCode(201)
                .body("sections", hasSize(4))
                .body("sections[1].body", containsString("本周无新增登记。"))
                .body("figures", hasSize(0));
    }

    @Test
    void an_issued_bulletin_has_the_next_number_and_never_changes() throws IOException {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        var id = draft(platform, week);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "title",
                        "关于某平台的周报",
                        "sections",
                        List.of(Map.of("key", "BASICS", "heading", "一、基本情况", "body", "经办人写的一段话。"))))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        String digest = people.director()
                .header("If-Match", "\"1\"")
                .body(Map.of())
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("number", equalTo(1))
                .extract()
                .path("digest");
        var content = people.clerk()
                .get(BULLETINS + "/" + id + ".json")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Digests.sha256(content)).isEqualTo(digest);
        var docx = people.clerk()
                .get(BULLETINS + "/" + id + ".docx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(textOf(docx)).contains("关于某平台的周报", "经办人写的一段话。", "48800.00");

        register.register(platform);
        weeks.close(weeks.next());
        assertThat(people.clerk().get(BULLETINS + "/" + id + ".docx").asByteArray())
                .isEqualTo(docx);
        people.chief()
                .header("If-Match", "\"2\"")
                .body(Map.of("title", "x", "sections", List.of(Map.of("key", "A", "heading", "b", "body", "c"))))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-issued"));
    }

    @Test
    void a_draft_document_says_so() throws IOException {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        var id = draft(platform, week);
        assertThat(textOf(people.clerk().get(BULLETINS + "/" + id + ".docx").asByteArray()))
                .contains("草稿");
        people.clerk().get(BULLETINS + "/" + id + ".json").then().statusCode(409);
    }

    @Test
    void two_who_sign_at_once_get_two_numbers_without_a_gap() throws InterruptedException, ExecutionException {
        var platform = register.platform();
        var first = weeks.next();
        var second = weeks.next();
        weeks.close(second);
        var ids = List.of(draft(platform, first), draft(platform, second));
        var pool = Executors.newFixedThreadPool(2);
        try {
            people.director();
            var numbers = new java.util.TreeSet<Integer>();
            List<Callable<Integer>> signings =
                    ids.stream().<Callable<Integer>>map(id -> () -> issue(id)).toList();
            for (var number : pool.invokeAll(signings)) {
                numbers.add(number.get());
            }
            assertThat(numbers).containsExactly(1, 2);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void an_open_week_has_no_bulletin() {
        var week = weeks.next();
        people.chief()
                .body(Map.of("platformId", register.platform(), "weekEndsOn", week.toString()))
                .post(BULLETINS)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/week-not-closed"));
    }

    @Test
    void a_platform_has_one_bulletin_a_week() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        draft(platform, week);
        people.chief()
                .body(Map.of("platformId", platform, "weekEndsOn", week.toString()))
                .post(BULLETINS)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-already-drafted"));
    }

    @Test
    void versions_roles_and_dates_are_minded() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        var id = draft(platform, week);
        people.director()
                .body(Map.of())
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(428);
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(403);
        var tooEarly = new HashMap<String, Object>(Map.of("issuedOn", "2020-01-01"));
        people.director()
                .header("If-Match", "\"0\"")
                .body(tooEarly)
                .post(BULLETINS + "/" + id + "/issue")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/issuedOn"));
        people.clerk()
                .queryParam("platformId", platform)
                .get(BULLETINS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].title", startsWith("关于"));
    }
}
