package io.redress.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.time.AdjustableClock;
import io.redress.file.StoredFiles;
import io.redress.mail.Letter.Attachment;
import io.redress.testing.LogCapture;
import io.redress.testing.Owner;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class OutboxTest {

    private static final String OFFICE = "office@xiangqiao.example";

    /** A tolerance, because the clock continues to run. */
    private static final TemporalUnitOffset MOMENT = within(20, ChronoUnit.SECONDS);

    @Inject
    Outbox outbox;

    @Inject
    OutboxSender sender;

    @Inject
    StoredFiles files;

    @Inject
    AdjustableClock clock;

    @Inject
    Owner owner;

    private final UUID record = UUID.randomUUID();

    @BeforeEach
    void send_all_due_mails() {
        sendAll();
    }

    private void sendAll() {
        while (sender.sendNext()) {
            // until no mail is due
        }
    }

    private Letter letter(String recipient) {
        return new Letter("trial.VISIT", record, recipient, "来访", "有人来访。", null);
    }

    private void post(Letter... letters) {
        QuarkusTransaction.requiringNew().run(() -> List.of(letters).forEach(outbox::post));
    }

    private void wait(Duration duration) {
        clock.setTo(clock.instant().plus(duration));
    }

    private List<MimeMessage> received() {
        return TestMail.received().stream()
                .filter(message -> id(message).startsWith("<" + record + "."))
                .toList();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In its own session, because an existing one would return cached entities. */
    private List<MailState> mails(String topics, UUID about) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.of(topics, about));
    }

    private MailState state() {
        var mails = mails("trial.", record);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private void isSentAfter(int attempts) {
        assertThat(state().topic()).isEqualTo("trial.VISIT");
        assertThat(state().recipient()).isEqualTo(OFFICE);
        assertThat(state().sentAt()).isCloseTo(clock.instant(), MOMENT);
        assertThat(state().attempts()).isEqualTo(attempts);
        assertThat(state().nextAttemptAt()).isNull();
        assertThat(state().lastFailure()).isNull();
    }

    @Test
    void a_mail_of_any_feature_is_sent() throws MessagingException, IOException {
        post(letter(OFFICE));
        assertThat(state().sentAt()).isNull();
        assertThat(state().attempts()).isZero();
        assertThat(state().nextAttemptAt()).isCloseTo(clock.instant(), MOMENT);
        sendAll();
        assertThat(received()).hasSize(1);
        var message = received().get(0);
        assertThat(message.getSubject()).isEqualTo("来访");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(OFFICE);
        var parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(1);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("有人来访。");
        isSentAfter(1);
    }

    @Test
    void an_attachment_is_a_stored_file_of_any_type() throws MessagingException, IOException {
        var table = "镇,人数\n城西,3\n".getBytes(StandardCharsets.UTF_8);
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.post(new Letter(
                        "trial.TABLE",
                        record,
                        OFFICE,
                        "各镇人数",
                        "见附件。",
                        new Attachment(files.keep(table, "text/csv;charset=UTF-8"), "各镇人数.csv"))));
        sendAll();
        var attachment = attachment(received().get(0));
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(table);
        assertThat(attachment.getContentType()).startsWith("text/csv");
        assertThat(attachment.getFileName()).isEqualTo("各镇人数.csv");
        assertThat(attachment.getDisposition()).isEqualTo(Part.ATTACHMENT);
    }

    private static BodyPart attachment(MimeMessage message) throws MessagingException, IOException {
        var parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        return parts.getBodyPart(1);
    }

    @Test
    void a_rolled_back_transaction_posts_no_mail() throws MessagingException {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.post(letter(OFFICE));
                    throw new IllegalStateException("the change fails");
                }))
                .hasStackTraceContaining("the change fails");
        sendAll();
        assertThat(mails("trial.", record)).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void a_mail_that_is_posted_repeatedly_is_sent_once() throws MessagingException {
        post(letter(OFFICE), letter(OFFICE), letter("another@xiangqiao.example"));
        post(letter(OFFICE));
        sendAll();
        post(letter(OFFICE));
        sendAll();
        assertThat(received()).hasSize(2);
        assertThat(mails("trial.", record))
                .extracting(MailState::recipient)
                .containsExactly("another@xiangqiao.example", OFFICE);
    }

    @Test
    void the_mails_about_a_record_are_found_by_their_topic() {
        post(letter(OFFICE), new Letter("other.VISIT", record, OFFICE, "来访", "有人来访。", null));
        assertThat(mails("trial.", record)).extracting(MailState::topic).containsExactly("trial.VISIT");
        assertThat(mails("", record)).extracting(MailState::topic).containsExactly("other.VISIT", "trial.VISIT");
        assertThat(mails("", UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_failed_mail_is_retried_until_it_is_given_up() throws MessagingException {
        post(letter(OFFICE));
        var waits = List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(8),
                Duration.ofHours(12),
                Duration.ofDays(1));
        for (var attempt = 1; attempt <= waits.size(); attempt++) {
            TestMail.whileDown(this::sendAll);
            var due = state().nextAttemptAt();
            assertThat(state().attempts()).isEqualTo(attempt);
            assertThat(due).isCloseTo(clock.instant().plus(waits.get(attempt - 1)), MOMENT);
            assertThat(state().lastFailure()).isNotBlank();
            clock.setTo(due.minusSeconds(20));
            sendAll();
            assertThat(state().attempts()).isEqualTo(attempt);
            clock.setTo(due);
        }
        TestMail.whileDown(this::sendAll);
        assertThat(state().nextAttemptAt()).isNull();
        assertThat(state().sentAt()).isNull();
        assertThat(state().attempts()).isEqualTo(waits.size() + 1);
        wait(Duration.ofDays(30));
        sendAll();
        assertThat(received()).isEmpty();
    }

    @Test
    void a_mail_sent_after_a_failure_has_no_failure() throws MessagingException {
        post(letter(OFFICE));
        TestMail.whileDown(this::sendAll);
        wait(Duration.ofMinutes(1));
        sendAll();
        assertThat(received()).hasSize(1);
        isSentAfter(2);
    }

    @Test
    void an_invalid_address_is_a_failure_and_is_not_logged() {
        post(letter("no address"));
        try (var log = LogCapture.start()) {
            sendAll();
            assertThat(log.text()).contains("trial.VISIT").doesNotContain("no address");
        }
        assertThat(state().lastFailure()).isNotBlank();
        assertThat(state().nextAttemptAt()).isNotNull();
    }

    /** An instance leases the mail, sends it, and crashes before it marks the mail as sent. */
    @Test
    void a_mail_that_is_sent_twice_has_the_same_message_id() throws MessagingException {
        post(letter(OFFICE));
        var posted = clock.instant();
        sendAll();
        owner.execute("update outbox_mail set sent_at = null, attempts = 0, next_attempt_at = '"
                + posted.plus(Duration.ofMinutes(10)) + "' where record_id = '" + record + "'");
        sendAll();
        assertThat(received()).hasSize(1);
        wait(Duration.ofMinutes(11));
        sendAll();
        assertThat(received()).hasSize(2);
        assertThat(received())
                .extracting(OutboxTest::id)
                .containsOnly(id(received().get(0)));
    }
}
