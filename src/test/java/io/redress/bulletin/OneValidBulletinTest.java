package io.redress.bulletin;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.mail.OutboxSender;
import io.redress.testing.AtOnce;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For each week and platform at most one bulletin is valid, after any corrections and voids; three persons make it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class OneValidBulletinTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Bulletining bulletins;

    @Inject
    OutboxSender sender;

    @Inject
    Owner owner;

    private String platform;
    private String original;
    private LocalDate week;

    @BeforeEach
    void anIssuedBulletin() {
        platform = register.platform();
        original = bulletins.draftOfNewWeek(platform);
        bulletins.issue(original);
        week = LocalDate.parse(people.clerk().get(BULLETINS + "/" + original).path("weekEndsOn"));
    }

    private String correction() {
        return people.clerk()
                .body(Map.of("reason", "金额有误"))
                .post(BULLETINS + "/" + original + "/correct")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse makeVoid(String id) {
        return bulletins.step(people.director(), id, "void", Map.of("reason", "错发"));
    }

    private String status(String id) {
        return people.clerk().get(BULLETINS + "/" + id).path("status");
    }

    @Test
    void a_corrected_bulletin_cannot_be_voided_and_gets_no_second_draft() {
        var correction = correction();
        bulletins.issue(correction);
        makeVoid(original)
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-replaced"))
                .body("correctedBy", equalTo(reference(correction)));
        bulletins.drafting(platform, week).statusCode(409);
        makeVoid(correction).statusCode(200);
        makeVoid(original).statusCode(200);
        bulletins.issue(bulletins.draft(platform, week));
    }

    private String reference(String id) {
        var view = people.clerk().get(BULLETINS + "/" + id).jsonPath();
        return view.getInt("year") + "年第" + view.getInt("number") + "期";
    }

    @Test
    void voiding_a_bulletin_voids_the_draft_of_its_correction() {
        var correction = correction();
        bulletins.review(correction);
        makeVoid(original).statusCode(200);
        people.clerk()
                .get(BULLETINS + "/" + correction)
                .then()
                .body("status", equalTo("VOID"))
                .body("steps.last().reason", equalTo("错发"));
        bulletins.issue(bulletins.draft(platform, week));
    }

    @Test
    void signing_a_correction_while_its_original_is_voided_leaves_at_most_one_valid_bulletin() throws Exception {
        var correction = correction();
        bulletins.review(correction);
        var director = people.director();
        var another = people.with(Role.DIRECTOR, Role.CLERK);
        Callable<Integer> signing =
                () -> bulletins.step(director, correction, "issue").extract().statusCode();
        Callable<Integer> voiding = () -> bulletins
                .step(another, original, "void", Map.of("reason", "错发"))
                .extract()
                .statusCode();
        AtOnce.all(List.of(signing, voiding));
        var states = List.of(status(original), status(correction));
        assertThat(states).isIn(List.of("ISSUED", "ISSUED"), List.of("VOID", "VOID"));
    }

    @Test
    void the_database_refuses_a_second_valid_bulletin_and_a_correction_of_a_void_one() {
        makeVoid(original).statusCode(200);
        var second = bulletins.draft(platform, week);
        bulletins.issue(second);
        var third = UUID.randomUUID();
        var copied =
                "insert into bulletin (id, version, platform_id, week_id, week_ends_on, status, title, year, number,"
                        + " issued_on, digest, corrects_id) select '%s'::uuid, version, platform_id, week_id, week_ends_on, '%s',"
                        + " title, year, number + 10, issued_on, digest, %s from bulletin where id = '" + second + "'";
        assertThatThrownBy(() -> owner.execute(copied.formatted(third, "ISSUED", "null::uuid")))
                .rootCause()
                .hasMessageContaining("bulletin_once_a_week");
        assertThatThrownBy(() -> owner.execute(copied.formatted(third, "ISSUED", "'" + original + "'::uuid")))
                .rootCause()
                .hasMessageContaining("a correction replaces an issued bulletin");
        owner.execute(copied.formatted(third, "ISSUED", "'" + second + "'::uuid"));
    }

    @Test
    void submitting_reviewing_and_signing_need_three_different_users() {
        var correction = correction();
        bulletins.submit(correction);
        bulletins
                .step(people.with(Role.SECTION_CHIEF, Role.DIRECTOR), correction, "review")
                .statusCode(200);
        bulletins
                .step(people.with(Role.SECTION_CHIEF, Role.DIRECTOR), correction, "issue")
                .statusCode(409)
                .body("type", equalTo("/problems/bulletin-own-signature"));
        bulletins.sign(correction);
    }

    @Test
    void the_mail_of_a_correction_names_what_it_replaces() throws MessagingException {
        var correction = correction();
        bulletins.issue(correction);
        while (sender.sendNext()) {
            // until no mail is due
        }
        var subjects = TestMail.received().stream()
                .filter(message -> header(message).startsWith("<" + correction + "."))
                .flatMap(OneValidBulletinTest::subject)
                .toList();
        assertThat(subjects)
                .hasSize(2)
                .allMatch(subject -> subject.startsWith("【更正】") && subject.contains("替代" + reference(original)));
    }

    private static String header(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> subject(MimeMessage message) {
        try {
            return Stream.of(message.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
