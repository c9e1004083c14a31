package io.redress.bulletin.delivery;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.text.Digests;
import io.redress.common.time.AdjustableClock;
import io.redress.mail.OutboxSender;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class DeliveryTest {

    @Inject
    OutboxSender sender;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Bulletining bulletins;

    @Inject
    AdjustableClock clock;

    @Inject
    Owner owner;

    private String id;

    @BeforeEach
    void anIssuedBulletin() {
        sendAll();
        var platform = register.platform();
        id = bulletins.draftOfNewWeek(platform);
        bulletins.issue(id);
    }

    private void sendAll() {
        while (sender.sendNext()) {
            // until no mail is due
        }
    }

    private List<MimeMessage> received() throws MessagingException {
        var mine = "<" + id + ".";
        return TestMail.received().stream()
                .filter(message -> header(message, "Message-ID").startsWith(mine))
                .toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return String.join("", message.getHeader(name));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_recipient_gets_the_stored_files_of_the_issued_bulletin() throws MessagingException, IOException {
        assertThat(received()).isEmpty();
        sendAll();
        assertThat(received()).hasSize(2);
        assertThat(received().stream().map(message -> header(message, "To")).toList())
                .containsExactlyInAnyOrderElementsOf(TestMail.READERS);
        var message = received().get(0);
        assertThat(message.getSubject()).contains("事件处置工作情况的周报").contains("第1期");
        var attachment = attachment((Multipart) message.getContent());
        assertThat(attachment.getContentType()).startsWith("application/pdf");
        assertThat(Digests.sha256(attachment.getInputStream().readAllBytes()))
                .isEqualTo(Digests.sha256(
                        people.clerk().get(BULLETINS + "/" + id + ".pdf").asByteArray()));
        people.clerk()
                .get(BULLETINS + "/" + id)
                .then()
                .body("deliveries.reader", containsInAnyOrder(TestMail.READERS.toArray()))
                .body("deliveries.sentAt", everyItem(notNullValue()));
        sendAll();
        assertThat(received()).hasSize(2);
    }

    private static Part attachment(Multipart parts) throws MessagingException {
        for (var i = 0; i < parts.getCount(); i++) {
            if (Part.ATTACHMENT.equals(parts.getBodyPart(i).getDisposition())) {
                return parts.getBodyPart(i);
            }
        }
        throw new AssertionError("no attachment");
    }

    @Test
    void sending_is_retried_after_the_mail_server_was_down() throws MessagingException {
        TestMail.whileDown(this::sendAll);
        people.clerk()
                .get(BULLETINS + "/" + id)
                .then()
                .body("status", equalTo("ISSUED"))
                .body("deliveries.attempts", contains(1, 1))
                .body("deliveries.sentAt", contains(nullValue(), nullValue()))
                .body("deliveries.lastFailure", everyItem(notNullValue()));
        sendAll();
        assertThat(received()).isEmpty();
        clock.setTo(clock.instant().plus(Duration.ofMinutes(2)));
        sendAll();
        assertThat(received()).hasSize(2);
    }

    @Test
    void a_mail_server_that_does_not_answer_keeps_no_row_locked() throws Exception {
        TestMail.whileSilent(
                sender::sendNext,
                () -> owner.execute("select 1 from outbox_mail where record_id = '" + id + "' for update nowait"));
        people.clerk()
                .get(BULLETINS + "/" + id)
                .then()
                .body("deliveries.attempts", containsInAnyOrder(0, 1))
                .body("deliveries.sentAt", everyItem(nullValue()));
    }

    @Test
    void a_mail_whose_sender_was_killed_is_due_again_after_a_while() throws MessagingException {
        owner.execute("update outbox_mail set next_attempt_at = next_attempt_at + interval '10 minutes'"
                + " where record_id = '" + id + "'");
        sendAll();
        assertThat(received()).isEmpty();
        clock.setTo(clock.instant().plus(Duration.ofMinutes(11)));
        sendAll();
        assertThat(received()).hasSize(2);
    }

    @Test
    void the_recipients_are_notified_when_a_bulletin_is_voided() throws MessagingException {
        sendAll();
        bulletins.step(people.director(), id, "void", Map.of("reason", "错发")).statusCode(200);
        sendAll();
        var subjects = received().stream()
                .map(message -> {
                    try {
                        return message.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(subject -> subject.startsWith("【作废】"))
                .toList();
        assertThat(subjects).hasSize(2);
    }

    @Test
    void two_instances_send_each_mail_once() throws Exception {
        var pool = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> job = () -> {
                sendAll();
                return true;
            };
            for (var done : pool.invokeAll(Arrays.asList(job, job, job))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(received()).hasSize(2);
    }
}
