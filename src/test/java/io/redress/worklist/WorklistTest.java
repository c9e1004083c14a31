package io.redress.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.attention.AttentionWork;
import io.redress.bulletin.model.BulletinWork;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.platform.Platform;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Weeks;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Checks how counts change, because other tests leave work behind. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WorklistTest {

    private static final String WORKLIST = "/api/v1/worklist";
    private static final String ATTENTION = "/api/v1/attention-entries";

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

    private static long waiting(RequestSpecification whoever, WorkKind kind) {
        var items = whoever.get(WORKLIST).then().statusCode(200).extract().jsonPath();
        var count = items.getString("items.find { it.kind == '" + kind + "' }?.count");
        return count == null ? 0 : Long.parseLong(count);
    }

    private static void moves(Supplier<RequestSpecification> whoever, WorkKind kind, int by, Runnable work) {
        var before = waiting(whoever.get(), kind);
        work.run();
        assertThat(waiting(whoever.get(), kind) - before).as(kind.name()).isEqualTo(by);
    }

    private String propose(RequestSpecification by) {
        var registration = register.register(register.platform()).getString("id");
        return by.body(Map.of("registrationId", registration, "reason", "HARDSHIP", "level", 2))
                .post(ATTENTION)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void approve(String entry, int inDays) {
        var reviewOn = Clocks.today(clock).plusDays(inDays).toString();
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("reviewOn", reviewOn))
                .post(ATTENTION + "/" + entry + "/approve")
                .then()
                .statusCode(200);
    }

    @Test
    void a_proposal_is_in_the_worklist_of_deciders_except_its_author() {
        moves(people::chief, AttentionWork.ATTENTION_TO_DECIDE, 1, () -> propose(people.clerk()));
        moves(people::director, AttentionWork.ATTENTION_TO_DECIDE, 1, () -> propose(people.chief()));
        moves(people::chief, AttentionWork.ATTENTION_TO_DECIDE, 0, () -> propose(people.chief()));
        moves(people::clerk, AttentionWork.ATTENTION_TO_DECIDE, 0, () -> propose(people.clerk()));
    }

    @Test
    void a_review_is_in_the_worklist_a_week_ahead_as_in_the_filtered_list() {
        moves(people::chief, AttentionWork.ATTENTION_TO_REVIEW, 1, () -> approve(propose(people.clerk()), 7));
        moves(people::chief, AttentionWork.ATTENTION_TO_REVIEW, 0, () -> approve(propose(people.clerk()), 8));
        var listed = people.chief()
                .queryParam("status", "ACTIVE")
                .queryParam("reviewTo", Clocks.today(clock).plusDays(7).toString())
                .queryParam("limit", 200)
                .get(ATTENTION)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat((long) listed.getList("items").size())
                .isEqualTo(waiting(people.chief(), AttentionWork.ATTENTION_TO_REVIEW));
        people.chief().queryParam("reviewTo", "soon").get(ATTENTION).then().statusCode(422);
    }

    @Test
    void the_worklist_has_only_people_of_the_own_area() {
        Supplier<RequestSpecification> elsewhere = () -> people.as(Role.SECTION_CHIEF, Register.CHENGXI);
        moves(elsewhere, AttentionWork.ATTENTION_TO_DECIDE, 0, () -> propose(people.clerk()));
        Supplier<RequestSpecification> here = () -> people.as(Role.SECTION_CHIEF, Register.NEW_TAIPING);
        moves(here, AttentionWork.ATTENTION_TO_DECIDE, 1, () -> propose(people.clerk()));
    }

    @Test
    void a_bulletin_moves_from_worklist_to_worklist() {
        var platform = register.platform();
        var week = weeks.next();
        weeks.close(week);
        var id = new String[1];
        moves(people::clerk, BulletinWork.BULLETINS_TO_SUBMIT, 1, () -> id[0] = bulletins.draft(platform, week));
        moves(people::chief, BulletinWork.BULLETINS_TO_REVIEW, 1, () -> bulletins.submit(id[0]));
        moves(
                people::director,
                BulletinWork.BULLETINS_TO_SIGN,
                1,
                () -> bulletins.step(people.chief(), id[0], "review").statusCode(200));
        moves(people::chief, BulletinWork.BULLETINS_MISSING, -1, () -> bulletins.sign(id[0]));
    }

    @Test
    void a_bulletin_that_a_chief_submitted_is_in_the_worklist_of_another_chief() {
        var week = weeks.next();
        weeks.close(week);
        var id = bulletins.draft(register.platform(), week);
        moves(
                people::chief,
                BulletinWork.BULLETINS_TO_REVIEW,
                0,
                () -> bulletins.step(people.chief(), id, "submit").statusCode(200));
    }

    /** One per platform watched by then, and the digest. The first closing also closes weeks left by other tests. */
    @Test
    void a_bulletin_of_a_watched_platform_is_missing_after_the_closing() {
        weeks.close(weeks.next());
        register.platform();
        var week = weeks.next();
        moves(people::chief, BulletinWork.BULLETINS_MISSING, watchedOn(week) + 1, () -> weeks.close(week));
        people.chief().get(WORKLIST).then().body("items.kind", hasItem("BULLETINS_MISSING"));
    }

    private static int watchedOn(LocalDate day) {
        return QuarkusTransaction.requiringNew().call(() -> (int) Platform.all().stream()
                .filter(platform -> platform.isWatched() && !platform.watchedSince.isAfter(day))
                .count());
    }

    @Test
    void roles_without_a_worklist_are_refused() {
        for (var role : new Role[] {Role.ADMIN, Role.TIP_HANDLER}) {
            people.as(role, null).get(WORKLIST).then().statusCode(403);
        }
        people.nobody().get(WORKLIST).then().statusCode(401).body("status", equalTo(401));
    }
}
