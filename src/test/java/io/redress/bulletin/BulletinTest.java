package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class BulletinTest {

    private static final String[] HEADINGS = {
        "一、基本情况",
        "二、本周工作开展情况",
        "（一）投资人登记",
        "（二）重点关注人员",
        "（三）分片包干",
        "（四）平台（分支机构）信息披露",
        "（五）举报线索和移送公安",
        "（六）宣传排查",
        "三、存在的问题和风险研判",
        "四、下周工作安排"
    };

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    private static String body(String key) {
        return "sections.find { it.key == '" + key + "' }.body";
    }

    @Test
    void a_draft_has_the_figures_of_the_closed_week() {
        var platform = register.platform();
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        bulletins
                .drafting(platform, week)
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("kind", equalTo("PLATFORM"))
                .body("number", nullValue())
                .body("sections.heading", contains(HEADINGS))
                .body("sections.level", contains(1, 1, 2, 2, 2, 2, 2, 2, 1, 1))
                .body("sections.edited", not(hasItem(true)))
                .body(body("BASICS"), containsString("投资人1人，其中受损1人，投入本金5.00万元，已返还本金及回报0.12万元，净损失4.88万元"))
                .body(
                        body("WORK_REGISTRATION"),
                        allOf(containsString("本周新增登记1人"), containsString("累计1人。"), containsString("新增人员分布在")))
                .body("steps.action", contains("DRAFTED"))
                .body("figures.find { it.measure == 'AFFECTED' }.amount.closing", equalTo("48800.00"));
    }

    @Test
    void a_week_with_nothing_new_has_the_same_headings() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        bulletins
                .drafting(platform, week)
                .statusCode(201)
                .body("sections.heading", contains(HEADINGS))
                .body(body("WORK_REGISTRATION"), containsString("本周无新增登记"))
                .body(body("WORK_DISCLOSURE"), equalTo("本周未收到平台及其分支机构披露的信息。"))
                .body(body("RISKS"), equalTo("本周无新增情况。"))
                .body("figures", empty());
    }

    @Test
    void the_text_compares_the_week_with_the_week_before() {
        var platform = register.platform();
        var first = weeks.next();
        register.register(platform);
        register.register(platform);
        weeks.close(first);
        var second = weeks.next();
        register.register(platform);
        weeks.close(second);
        var third = weeks.next();
        weeks.close(third);
        bulletins.drafting(platform, second).body(body("WORK_REGISTRATION"), containsString("本周新增登记1人，较上周减少1人，累计3人。"));
        bulletins.drafting(platform, third).body(body("WORK_REGISTRATION"), containsString("本周无新增登记（上周1人），累计3人。"));
    }

    @Test
    void disclosures_recorded_in_the_week_are_counted_and_quoted() {
        var platform = register.platform();
        var week = weeks.next();
        people.clerk()
                .body(Map.of(
                        "kind", "ANNOUNCEMENT",
                        "disclosedOn", week.minusDays(6).toString(),
                        "source", "平台总部",
                        "summary", "兑付方案四月上旬公布。"))
                .post("/api/v1/platforms/" + platform + "/disclosures")
                .then()
                .statusCode(201);
        weeks.close(week);
        bulletins
                .drafting(platform, week)
                .statusCode(201)
                .body(
                        body("WORK_DISCLOSURE"),
                        allOf(containsString("本周平台及其分支机构披露信息1次。"), containsString("平台总部（公告）：“兑付方案四月上旬公布。”")))
                .body("figures.find { it.measure == 'DISCLOSURES' }.count.added", equalTo(1));
        weeks.close(weeks.next());
        bulletins.drafting(platform, week.plusWeeks(1)).body(body("WORK_DISCLOSURE"), equalTo("本周未收到平台及其分支机构披露的信息。"));
    }

    @Test
    void regenerating_keeps_the_text_of_a_user() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        var id = bulletins.draft(platform, week);
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "title",
                        "我的题目",
                        "sections",
                        List.of(
                                section("BASICS", "一、基本情况", "截至"),
                                section("RISKS", "三、存在的问题和风险研判", "经办人写的一段话。"),
                                section("OWN", "五、其他", "自拟的部分。"))))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .body("sections.edited", contains(true, true, true));
        String proposed = people.clerk().get(BULLETINS + "/" + id).path("sections[0].prefilled");
        people.clerk()
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "title",
                        "我的题目",
                        "sections",
                        List.of(section("BASICS", "一、基本情况", proposed), section("RISKS", "三、存在的问题和风险研判", "经办人写的一段话。"))))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .body("sections.edited", contains(false, true));
        movePlatformTo(platform, "CASE_FILED");
        bulletins
                .step(people.clerk(), id, "regenerate")
                .statusCode(200)
                .body("title", equalTo("我的题目"))
                .body("sections", hasSize(2))
                .body("sections[0].body", allOf(equalTo(proposed), containsString("案件目前处于出险阶段")))
                .body("sections[1].body", equalTo("经办人写的一段话。"))
                .body("sections[1].prefilled", equalTo("本周无新增情况。"))
                .body("steps.action", contains("DRAFTED", "EDITED", "EDITED", "REGENERATED"));
    }

    private static Map<String, String> section(String key, String heading, String body) {
        return Map.of("key", key, "heading", heading, "body", body);
    }

    private void movePlatformTo(String platform, String stage) {
        var read = people.chief().get("/api/v1/platforms/" + platform);
        people.chief()
                .header("If-Match", read.header("ETag"))
                .body(Map.of(
                        "name",
                        read.path("name"),
                        "kind",
                        "ONLINE_LENDING",
                        "stage",
                        stage,
                        "setOff",
                        List.of("RETURNS", "CONSUMPTION", "GOODS"),
                        "watched",
                        true))
                .put("/api/v1/platforms/" + platform)
                .then()
                .statusCode(200);
    }

    @Test
    void a_duplicate_section_key_is_refused() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        var id = bulletins.draft(platform, week);
        people.clerk()
                .header("If-Match", "\"0\"")
                .header("Accept-Language", "en")
                .body(Map.of("title", "x", "sections", List.of(section("A", "一", ""), section("A", "二", ""))))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sections/1/key"))
                .body("errors.message", contains("This section key occurs twice."));
    }

    @Test
    void the_digest_counts_a_person_on_two_platforms_once_and_explains_it() {
        var one = register.platform();
        var other = register.platform();
        var week = weeks.next();
        var person = Register.residentNumber();
        register.register(Register.request(one, person));
        register.register(Register.request(other, person));
        weeks.close(week);
        var before = weeks.next();
        weeks.close(before);
        var id = bulletins.draft(null, week);
        people.clerk()
                .get(BULLETINS + "/" + id)
                .then()
                .body("kind", equalTo("DIGEST"))
                .body("platformId", nullValue())
                .body("title", equalTo("关于涉事投资平台处置工作情况的周报"))
                .body("sections.heading", contains(HEADINGS))
                .body(
                        "figures.findAll { it.platformId == null }.measure",
                        hasItems("PERSONS_REGISTERED", "PERSONS_AFFECTED"));
        bulletins.issue(id);
        people.clerk()
                .get(BULLETINS + "/" + id + ".json")
                .then()
                .statusCode(200)
                .body("seriesTitle", equalTo("涉事投资平台处置工作周报"))
                .body("tables[0].caption", equalTo("表1 各平台登记人数（人）"))
                .body("tables[0].note", containsString("同一投资人在两个以上平台登记的，在各平台各计1人，合计只计1人"))
                .body("tables[0].rows.last()[0]", equalTo("合计"));
        people.clerk()
                .queryParam("kind", "DIGEST")
                .queryParam("weekEndsOn", week.toString())
                .get(BULLETINS)
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void an_open_week_has_no_bulletin() {
        var week = weeks.next();
        bulletins
                .drafting(register.platform(), week)
                .statusCode(409)
                .body("type", equalTo("/problems/week-not-closed"));
    }

    @Test
    void a_platform_has_one_bulletin_a_week_unless_it_is_voided() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        var id = bulletins.draft(platform, week);
        bulletins.drafting(platform, week).statusCode(409).body("type", equalTo("/problems/bulletin-already-drafted"));
        bulletins.step(people.chief(), id, "void", Map.of("reason", "拟错了周")).statusCode(200);
        bulletins.drafting(platform, week).statusCode(201);
    }

    @Test
    void lists_are_filtered_and_paged() {
        var platform = register.platform();
        var first = weeks.next();
        var second = weeks.next();
        weeks.close(second);
        var ids = List.of(bulletins.draft(platform, first), bulletins.draft(platform, second));
        String next = people.clerk()
                .queryParam("platformId", platform)
                .queryParam("limit", 1)
                .get(BULLETINS)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(1)))
                .extract()
                .path("next");
        people.clerk()
                .queryParam("platformId", platform)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(BULLETINS)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(0)))
                .body("next", nullValue());
    }
}
