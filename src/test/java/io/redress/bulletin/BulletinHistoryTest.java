package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.Seeded;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random order of drafts, submissions, signatures, corrections and voids for a week, while the register changes: the
 * week has at most one valid bulletin, a correction corrects the valid one, and an issued bulletin has the figures of
 * the closing.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class BulletinHistoryTest {

    /** More with {@code -Dredress.bulletin-histories=…}. */
    private static final int HISTORIES = Integer.getInteger("redress.bulletin-histories", 8);

    private static final int LENGTH = 18;

    /** Half of the steps take the normal next step; otherwise hardly any bulletin would be signed. */
    private static final Map<String, Deed> NEXT =
            Map.of("DRAFT", Deed.SUBMIT, "SUBMITTED", Deed.REVIEW, "REVIEWED", Deed.ISSUE, "ISSUED", Deed.CORRECT);

    private enum Deed {
        DRAFT,
        SUBMIT,
        REVIEW,
        ISSUE,
        CORRECT,
        VOID,
        REGISTRATION_ENDS
    }

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Bulletining bulletins;

    @Inject
    Owner owner;

    private final Set<Deed> done = EnumSet.noneOf(Deed.class);

    @Test
    void a_week_has_at_most_one_valid_bulletin_after_any_random_steps() {
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            live(seed);
        }
        assertThat(done).containsExactly(Deed.values());
    }

    private void live(long seed) {
        var random = Seeded.random(seed);
        var platform = register.platform();
        var registration = register.register(platform).getString("id");
        var drafted = new ArrayList<>(List.of(bulletins.draftOfNewWeek(platform)));
        var week = LocalDate.parse(read(drafted.get(0)).getString("weekEndsOn"));
        var closed = figures(week, platform);
        var digests = new HashMap<String, String>();
        var story = new ArrayList<String>();
        for (var i = 0; i < LENGTH; i++) {
            var one = drafted.get(random.nextInt(drafted.size()));
            var any = Deed.values()[random.nextInt(Deed.values().length)];
            var deed = random.nextBoolean() ? any : NEXT.getOrDefault(read(one).getString("status"), any);
            var status = happen(deed, one, registration, platform, week, drafted);
            if (status < 300) {
                done.add(deed);
            }
            story.add(deed + " " + drafted.indexOf(one) + " " + status);
            holds("seed " + seed + ": " + story, platform, week, drafted, digests);
        }
        assertThat(figures(week, platform)).isEqualTo(closed);
    }

    private int happen(
            Deed deed, String one, String registration, String platform, LocalDate week, List<String> drafted) {
        return switch (deed) {
            case DRAFT -> drafted(bulletins.drafting(platform, week).extract(), drafted);
            case SUBMIT -> step(people.clerk(), one, "submit", Map.of());
            case REVIEW -> step(people.chief(), one, "review", Map.of());
            case ISSUE -> step(people.director(), one, "issue", Map.of());
            case VOID -> step(people.director(), one, "void", Map.of("reason", "错发"));
            case CORRECT ->
                drafted(
                        people.clerk()
                                .body(Map.of("reason", "金额有误"))
                                .post(BULLETINS + "/" + one + "/correct")
                                .then()
                                .extract(),
                        drafted);
            case REGISTRATION_ENDS ->
                people.clerk()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("reason", "撤回"))
                        .post("/api/v1/registrations/" + registration + "/withdraw")
                        .statusCode();
        };
    }

    private static int drafted(ExtractableResponse<?> answer, List<String> drafted) {
        if (answer.statusCode() < 300) {
            drafted.add(answer.path("id"));
        }
        return answer.statusCode();
    }

    private int step(RequestSpecification by, String id, String verb, Map<String, ?> body) {
        return bulletins.step(by, id, verb, body).extract().statusCode();
    }

    private JsonPath read(String id) {
        return people.clerk().get(BULLETINS + "/" + id).jsonPath();
    }

    private List<Object> figures(LocalDate week, String platform) {
        return people.chief()
                .queryParam("platformId", platform)
                .get("/api/v1/reporting-weeks/" + week + "/figures")
                .jsonPath()
                .getList("items");
    }

    private void holds(
            String story, String platform, LocalDate week, List<String> drafted, Map<String, String> digests) {
        var issued = drafted.stream()
                .map(this::read)
                .filter(bulletin -> bulletin.getString("status").equals("ISSUED"))
                .toList();
        var ids = issued.stream().map(bulletin -> bulletin.getString("id")).toList();
        var corrected = issued.stream()
                .map(bulletin -> bulletin.getString("correctsId"))
                .filter(id -> id != null)
                .toList();
        assertThat(ids).as(story).containsAll(corrected);
        assertThat(corrected).as(story).doesNotHaveDuplicates();
        assertThat(ids.stream().filter(id -> !corrected.contains(id))).as(story).hasSizeLessThanOrEqualTo(1);
        for (var bulletin : issued) {
            var id = bulletin.getString("id");
            var digest = bulletin.getString("digest");
            assertThat(digests.computeIfAbsent(id, none -> digest)).as(story).isEqualTo(digest);
        }
        var missing = people.chief()
                .queryParam("limit", 200)
                .get("/api/v1/bulletins/missing")
                .jsonPath()
                .getList("items.findAll { it.platformId == '" + platform + "' && it.weekEndsOn == '" + week + "' }");
        assertThat(missing.isEmpty()).as(story).isEqualTo(!ids.isEmpty());
    }
}
