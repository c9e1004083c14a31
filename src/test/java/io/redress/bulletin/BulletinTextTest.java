package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinContents;
import io.redress.bulletin.model.BulletinStatus;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bulletin describes its week as of the week's cut-off, whenever it is drafted. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class BulletinTextTest {

    private static final int MOST_WEEKS_BETWEEN = 8;

    @Inject
    BulletinContents contents;

    @Inject
    ObjectMapper json;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    AdjustableClock clock;

    @Inject
    Owner owner;

    private static String body(String key) {
        return "sections.find { it.key == '" + key + "' }.body";
    }

    private static String disclosed(String part) {
        return "figures.find { it.measure == 'DISCLOSURES' }.count." + part;
    }

    private static String disclosures(String platform) {
        return "/api/v1/platforms/" + platform + "/disclosures";
    }

    private String disclose(String platform, LocalDate day, String summary) {
        return people.clerk()
                .body(Map.of(
                        "kind", "ANNOUNCEMENT", "disclosedOn", day.toString(), "source", "平台总部", "summary", summary))
                .post(disclosures(platform))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void withdraw(String platform, String disclosure) {
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "误记"))
                .post(disclosures(platform) + "/" + disclosure + "/withdraw")
                .then()
                .statusCode(200);
    }

    private void change(String platform, Map<String, Object> what) {
        var read = people.chief().get("/api/v1/platforms/" + platform);
        var request = Register.platformRequest(read.path("name"));
        for (var field : List.of("stage", "watched")) {
            request.put(field, read.path(field));
        }
        request.putAll(what);
        people.chief()
                .header("If-Match", read.header("ETag"))
                .body(request)
                .put("/api/v1/platforms/" + platform)
                .then()
                .statusCode(200);
    }

    private void end(JsonPath registration, String how, Map<String, Object> request) {
        people.chief()
                .header("If-Match", "\"0\"")
                .body(request)
                .post("/api/v1/registrations/" + registration.getString("id") + "/" + how)
                .then()
                .statusCode(200);
    }

    private void move(JsonPath registration) {
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "搬家", "address", Map.of("areaCode", "445102008001")))
                .put("/api/v1/investors/" + registration.getString("investor.id"))
                .then()
                .statusCode(200);
    }

    private void list(JsonPath registration) {
        String id = people.clerk()
                .body(Map.of(
                        "registrationId", registration.getString("id"), "reason", "EMOTIONAL_DISTRESS", "level", 1))
                .post("/api/v1/attention-entries")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("reviewOn", Clocks.today(clock).plusDays(20).toString()))
                .post("/api/v1/attention-entries/" + id + "/approve")
                .then()
                .statusCode(200);
    }

    /** All that a bulletin prints, except who took which step, as bytes. */
    private byte[] printed(String platform, LocalDate week) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var bulletin = Bulletin.<Bulletin>find(
                            "weekEndsOn = ?1 and platformId is not distinct from ?2 and status <> ?3",
                            week,
                            platform == null ? null : UUID.fromString(platform),
                            BulletinStatus.VOID)
                    .firstResult();
            try {
                return json.writeValueAsBytes(contents.of(bulletin));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String draftOf(String platform, LocalDate week) {
        var request = people.clerk().queryParam("weekEndsOn", week.toString()).queryParam("status", "DRAFT");
        return (platform == null ? request.queryParam("kind", "DIGEST") : request.queryParam("platformId", platform))
                .get(BULLETINS)
                .path("items[0].id");
    }

    private void voidDraft(String platform, LocalDate week) {
        bulletins
                .step(people.chief(), draftOf(platform, week), "void", Map.of("reason", "重拟"))
                .statusCode(200);
    }

    /** One change of every kind. */
    private List<Runnable> changes(String platform) {
        var today = Clocks.today(clock);
        var disclosed = disclose(platform, today, "甲");
        var gone = disclose(platform, today, "写错的一条");
        withdraw(platform, gone);
        var kept = register.register(platform);
        var twin = register.register(platform);
        var leaving = register.register(platform);
        var wrong = register.register(platform);
        var moving = register.register(platform);
        list(kept);
        var steps = new ArrayList<Runnable>();
        steps.add(() -> withdraw(platform, disclosed));
        steps.add(() -> disclose(platform, today, "后来的一条"));
        steps.add(() -> change(platform, Map.of("name", "改名后的" + platform)));
        steps.add(() -> change(platform, Map.of("stage", "CASE_FILED", "policeAuthority", "某市公安局")));
        steps.add(() -> change(platform, Map.of("company", "某公司", "watched", false)));
        steps.add(() -> register.platform("一后来的平台" + platform));
        steps.add(() -> register.register(platform));
        steps.add(
                () -> end(twin, "merge", Map.of("intoId", kept.getString("id"), "carryAmounts", true, "reason", "重")));
        steps.add(() -> end(leaving, "withdraw", Map.of("reason", "本人要求")));
        steps.add(() -> end(wrong, "refuse", Map.of("reason", "不属本区")));
        steps.add(() -> move(moving));
        steps.add(() -> list(moving));
        return steps;
    }

    @Test
    void later_changes_do_not_change_the_text_of_a_closed_week() {
        var random = new Random(17);
        var platform = register.platform();
        var week = weeks.next();
        var changes = changes(platform);
        weeks.close(week);
        bulletins.draft(platform, week);
        bulletins.draft(null, week);
        var words = printed(platform, week);
        var digest = printed(null, week);

        Collections.shuffle(changes, random);
        for (var change : changes) {
            change.run();
            bulletins
                    .step(people.clerk(), draftOf(platform, week), "regenerate")
                    .statusCode(200);
            bulletins.step(people.clerk(), draftOf(null, week), "regenerate").statusCode(200);
            assertThat(printed(platform, week)).isEqualTo(words);
            assertThat(printed(null, week)).isEqualTo(digest);
            if (random.nextBoolean()) {
                clock.setTo(clock.instant().plus(Duration.ofDays(7L * random.nextInt(MOST_WEEKS_BETWEEN))));
                weeks.close(weeks.next());
            }
        }
        clock.setTo(clock.instant().plus(Duration.ofDays(365)));
        voidDraft(platform, week);
        voidDraft(null, week);
        bulletins.draft(platform, week);
        bulletins.draft(null, week);
        assertThat(printed(platform, week)).isEqualTo(words);
        assertThat(printed(null, week)).isEqualTo(digest);
    }

    @Test
    void a_correction_has_the_text_as_of_the_cut_off_of_its_week() {
        var platform = register.platform();
        var week = weeks.next();
        var id = disclose(platform, week.minusDays(6), "兑付方案四月上旬公布。");
        weeks.close(week);
        var issued = bulletins.draft(platform, week);
        bulletins.issue(issued);
        String words = people.clerk().get(BULLETINS + "/" + issued).path(body("WORK_DISCLOSURE"));
        String basics = people.clerk().get(BULLETINS + "/" + issued).path(body("BASICS"));
        weeks.next();
        withdraw(platform, id);
        change(platform, Map.of("name", "更名" + platform, "stage", "ON_TRIAL"));
        weeks.close(weeks.next());
        String correction = people.clerk()
                .body(Map.of("reason", "错字"))
                .post(BULLETINS + "/" + issued + "/correct")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        bulletins
                .step(people.clerk(), correction, "regenerate")
                .statusCode(200)
                .body(body("WORK_DISCLOSURE"), equalTo(words))
                .body(body("BASICS"), equalTo(basics));
    }

    @Test
    void a_disclosure_withdrawn_after_the_closing_stays_and_is_marked_as_withdrawn_later() {
        var platform = register.platform();
        var week = weeks.next();
        var id = disclose(platform, week.minusDays(6), "甲");
        disclose(platform, week.minusDays(6), "乙");
        weeks.close(week);
        var next = weeks.next();
        withdraw(platform, id);
        weeks.close(next);
        bulletins
                .drafting(platform, week)
                .body(disclosed("added"), equalTo(2))
                .body(
                        body("WORK_DISCLOSURE"),
                        allOf(
                                startsWith("本周平台及其分支机构披露信息2次，其中公告2次。"),
                                containsString("“甲”"),
                                containsString("“乙”"),
                                not(containsString("撤回"))));
        bulletins
                .drafting(platform, next)
                .body(disclosed("added"), equalTo(0))
                .body(disclosed("removed"), equalTo(1))
                .body(
                        body("WORK_DISCLOSURE"),
                        allOf(
                                startsWith("本周未收到平台及其分支机构披露的信息。\n本周撤回披露的信息1次："),
                                endsWith("平台总部（公告）。"),
                                not(containsString("甲"))));
        bulletins
                .drafting(null, next)
                .body(body("WORK_DISCLOSURE"), allOf(containsString("本周撤回披露的信息1次：“"), not(containsString("甲"))));
    }

    @Test
    void a_disclosure_recorded_and_withdrawn_in_the_same_week_is_counted_twice_and_not_quoted() {
        var platform = register.platform();
        var week = weeks.next();
        withdraw(platform, disclose(platform, week.minusDays(6), "甲"));
        weeks.close(week);
        bulletins
                .drafting(platform, week)
                .body(disclosed("added"), equalTo(1))
                .body(disclosed("removed"), equalTo(1))
                .body(
                        body("WORK_DISCLOSURE"),
                        allOf(startsWith("本周平台及其分支机构披露信息1次。\n本周撤回披露的信息1次："), not(containsString("甲"))));
    }

    /** Like the tally: entries that a closing did not see belong to the next week, however early their time is. */
    @Test
    void records_entered_after_a_closing_are_in_the_next_week_even_if_their_time_is_earlier() {
        var platform = register.platform();
        var week = weeks.next();
        var before = clock.instant();
        weeks.close(week);
        clock.setTo(before);
        disclose(platform, week.minusDays(6), "迟到的一条");
        rename(platform, "迟到的名字" + platform, before);
        var next = weeks.next();
        weeks.close(next);
        bulletins
                .drafting(platform, week)
                .body("title", not(containsString("迟到")))
                .body(body("WORK_DISCLOSURE"), equalTo("本周未收到平台及其分支机构披露的信息。"))
                .body("figures.size()", equalTo(0));
        bulletins
                .drafting(platform, next)
                .body("title", containsString("迟到的名字"))
                .body(disclosed("added"), equalTo(1))
                .body(body("WORK_DISCLOSURE"), containsString("“迟到的一条”"));
    }

    private void rename(String platform, String name, Instant at) {
        owner.execute(
                "update platform set name = '" + name + "', changed_at = '" + at + "' where id = '" + platform + "'");
    }

    @Test
    void a_change_between_the_cut_off_and_a_late_closing_is_not_in_the_bulletin() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.next();
        change(platform, Map.of("stage", "CONCLUDED"));
        weeks.close(week);
        bulletins.drafting(platform, week).body(body("BASICS"), endsWith("案件目前处于出险阶段。"));
        weeks.close(week.plusWeeks(1));
        bulletins.drafting(platform, week.plusWeeks(1)).body(body("BASICS"), endsWith("案件目前处于终结阶段。"));
    }

    @Test
    void a_bulletin_of_a_week_before_the_platform_was_entered_has_its_first_stage() {
        var week = weeks.next();
        weeks.close(week);
        weeks.next();
        var platform = register.platform();
        var entered = new HashMap<String, Object>(Map.of("stage", "ENFORCEMENT"));
        change(platform, entered);
        bulletins.drafting(platform, week).statusCode(201).body(body("BASICS"), endsWith("案件目前处于出险阶段。"));
        String name = people.clerk().get("/api/v1/platforms/" + platform).path("name");
        bulletins.drafting(null, week).body(body("BASICS"), not(containsString("“" + name + "”")));
    }
}
