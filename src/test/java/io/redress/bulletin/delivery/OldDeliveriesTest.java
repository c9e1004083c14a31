package io.redress.bulletin.delivery;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.text.Digests;
import io.redress.common.time.AdjustableClock;
import io.redress.mail.OutboxSender;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migration of a database from before the outbox: its deliveries keep their state. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class OldDeliveriesTest {

    /** The table of that version (V007, V021), filled from the current mails. */
    private static final String[] BEFORE = {
        "create table bulletin_delivery (bulletin_id uuid not null references bulletin, occasion text not null,"
                + " reader text not null, sent_at timestamptz, attempts int not null default 0,"
                + " next_attempt_at timestamptz, last_failure text, primary key (bulletin_id, occasion, reader))",
        "create index bulletin_delivery_due on bulletin_delivery (next_attempt_at) where next_attempt_at is not null",
        "create index bulletin_delivery_given_up on bulletin_delivery (bulletin_id)"
                + " where next_attempt_at is null and sent_at is null",
        "insert into bulletin_delivery select record_id, substr(topic, 10), recipient, sent_at, attempts,"
                + " next_attempt_at, last_failure from outbox_mail where topic like 'bulletin.%'",
        "drop table outbox_mail",
        "delete from flyway_schema_history where version = '037'"
    };

    private static final String LETTERS =
            "select concat_ws('|', topic, recipient, subject, text, attachment_sha256, attachment_name)"
                    + " from outbox_mail where record_id in ('%s', '%s') order by record_id, topic, recipient";

    private static final String IDS = "select message_id from outbox_mail where record_id = '%s' order by recipient";

    @Inject
    Flyway flyway;

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

    @Inject
    Refusals refusals;

    private String original;
    private String correction;

    /** The original's mails are sent. The correction's mails have failed once and are due again. */
    @BeforeEach
    void create_sent_and_failed_mails() {
        original = bulletins.draftOfNewWeek(register.platform());
        bulletins.issue(original);
        sendAll();
        correction = people.clerk()
                .body(Map.of("reason", "金额有误"))
                .post(BULLETINS + "/" + original + "/correct")
                .path("id");
        bulletins.issue(correction);
        TestMail.whileDown(this::sendAll);
    }

    private void sendAll() {
        while (sender.sendNext()) {
            // until no mail is due
        }
    }

    /** Out of order, because the trial feature of the tests has a migration with a high number. */
    private void migrate() {
        owner.execute(BEFORE);
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private List<Map<String, ?>> deliveries(String id) {
        return people.clerk().get(BULLETINS + "/" + id).path("deliveries");
    }

    private List<String> letters() {
        return refusals.query(LETTERS.formatted(original, correction));
    }

    private static String oldId(String id, String occasion, String reader) {
        return "<" + id + "." + occasion + "." + Integer.toHexString(reader.hashCode()) + "@redress>";
    }

    @Test
    void the_migration_keeps_deliveries_and_letters() {
        bulletins
                .step(people.director(), correction, "void", Map.of("reason", "错发"))
                .statusCode(200);
        var sent = deliveries(original);
        var due = deliveries(correction);
        var letters = letters();
        assertThat(letters).hasSize(6);
        migrate();
        assertThat(deliveries(original)).hasSize(2).isEqualTo(sent);
        assertThat(deliveries(correction)).hasSize(4).isEqualTo(due);
        assertThat(letters()).isEqualTo(letters);
    }

    @Test
    void the_migration_keeps_the_message_ids() {
        migrate();
        assertThat(refusals.query(IDS.formatted(original)))
                .containsExactlyElementsOf(TestMail.READERS.stream()
                        .map(reader -> oldId(original, "ISSUED", reader))
                        .toList());
    }

    @Test
    void mails_that_are_due_are_sent_after_the_migration() throws MessagingException, IOException {
        migrate();
        clock.setTo(clock.instant().plus(Duration.ofMinutes(2)));
        sendAll();
        var reader = TestMail.READERS.get(0);
        var mails = TestMail.received().stream()
                .filter(message -> id(message).equals(oldId(correction, "ISSUED", reader)))
                .toList();
        assertThat(mails).hasSize(1);
        var mail = mails.get(0);
        var view = people.clerk().get(BULLETINS + "/" + correction).jsonPath();
        var replaced = people.clerk().get(BULLETINS + "/" + original).jsonPath();
        var number = view.getInt("year") + "年第" + view.getInt("number") + "期";
        var before = replaced.getInt("year") + "年第" + replaced.getInt("number") + "期";
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(reader);
        assertThat(mail.getSubject()).isEqualTo("【更正】" + view.getString("title") + "（" + number + "，替代" + before + "）");
        var parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                .isEqualTo(view.getString("title") + "（" + number + "）已签发，见附件。本期更正并替代" + before
                        + "，请勿再使用后者。内部资料，注意保存。\n内容的 SHA-256：" + view.getString("digest")
                        + "\n\n潮州市湘桥区工业和信息化局");
        var pdf = parts.getBodyPart(1);
        assertThat(pdf.getFileName())
                .isEqualTo("bulletin-" + view.getInt("year") + "-" + view.getInt("number") + ".pdf");
        assertThat(Digests.sha256(pdf.getInputStream().readAllBytes()))
                .isEqualTo(Digests.sha256(people.clerk()
                        .get(BULLETINS + "/" + correction + ".pdf")
                        .asByteArray()));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
