package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class AutomaticDraftsTest {

    @Inject
    AutomaticDrafts drafts;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    private void draftAll() {
        while (drafts.draftOldest()) {
            // one week per call
        }
    }

    private List<String> drafted(LocalDate week, String platform) {
        return people.clerk()
                .queryParam("weekEndsOn", week.toString())
                .queryParam("platformId", platform)
                .get(BULLETINS)
                .path("items.id");
    }

    @Test
    void each_watched_platform_and_the_digest_get_a_draft_when_the_week_is_closed() {
        var platform = register.platform();
        draftAll();
        var week = weeks.next();
        weeks.close(week);
        draftAll();
        people.clerk()
                .get(BULLETINS + "/" + drafted(week, platform).get(0))
                .then()
                .body("status", equalTo("DRAFT"))
                .body("steps.takenBy", contains("自动拟稿"));
        people.clerk()
                .queryParam("weekEndsOn", week.toString())
                .queryParam("kind", "DIGEST")
                .get(BULLETINS)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void concurrent_jobs_make_one_draft_of_each_bulletin() throws InterruptedException, ExecutionException {
        var platform = register.platform();
        draftAll();
        var first = weeks.next();
        var second = weeks.next();
        weeks.close(second);
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> job = () -> {
                while (drafts.draftOldest()) {
                    // like the job
                }
                return true;
            };
            for (var done : pool.invokeAll(List.of(job, job, job, job))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        draftAll();
        assertThat(Stream.of(first, second).map(week -> drafted(week, platform)))
                .allMatch(ids -> ids.size() == 1);
    }

    @Test
    void a_draft_made_by_a_user_is_not_changed() {
        var platform = register.platform();
        draftAll();
        var week = weeks.next();
        weeks.close(week);
        var id = bulletins.draft(platform, week);
        draftAll();
        assertThat(drafted(week, platform)).containsExactly(id);
    }

    @Test
    void a_voided_draft_is_not_drafted_again() {
        var platform = register.platform();
        draftAll();
        var week = weeks.next();
        weeks.close(week);
        draftAll();
        var id = drafted(week, platform).get(0);
        bulletins.step(people.chief(), id, "void", Map.of("reason", "不报")).statusCode(200);
        draftAll();
        assertThat(drafted(week, platform)).containsExactly(id);
    }

    @Test
    void a_platform_that_is_not_watched_is_not_drafted() {
        var platform = register.platform();
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "name",
                        "未关注" + platform,
                        "kind",
                        "ONLINE_LENDING",
                        "stage",
                        "COLLAPSED",
                        "setOff",
                        List.of("RETURNS", "CONSUMPTION", "GOODS"),
                        "watched",
                        false))
                .put("/api/v1/platforms/" + platform)
                .then()
                .statusCode(200);
        var week = weeks.next();
        weeks.close(week);
        draftAll();
        people.clerk()
                .queryParam("weekEndsOn", week.toString())
                .queryParam("platformId", platform)
                .get(BULLETINS)
                .then()
                .body("items", empty());
    }

    @Test
    void the_platforms_watched_at_the_cut_off_are_drafted() {
        var watched = register.platform();
        var ignored = register.platform();
        watch(ignored, false);
        draftAll();
        var week = weeks.next();
        weeks.close(week);
        watch(watched, false);
        watch(ignored, true);
        draftAll();
        assertThat(drafted(week, watched)).hasSize(1);
        assertThat(drafted(week, ignored)).isEmpty();
    }

    private void watch(String platform, boolean watched) {
        var read = people.chief().get("/api/v1/platforms/" + platform);
        var request = Register.platformRequest(read.path("name"));
        request.put("watched", watched);
        people.chief()
                .header("If-Match", read.header("ETag"))
                .body(request)
                .put("/api/v1/platforms/" + platform)
                .then()
                .statusCode(200);
    }

    @Test
    void a_week_that_ended_before_a_platform_was_watched_is_not_drafted() {
        draftAll();
        var week = weeks.next();
        weeks.close(week);
        weeks.next();
        var platform = register.platform();
        draftAll();
        assertThat(drafted(week, platform)).isEmpty();
    }
}
