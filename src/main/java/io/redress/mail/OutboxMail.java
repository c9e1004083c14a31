package io.redress.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One mail in the outbox, with its letter. */
@Entity
public class OutboxMail extends PanacheEntityBase {

    /** Waits between the attempts; the service gives up after about two days. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private static final int LONGEST_FAILURE = 500;

    @Id
    UUID id;

    @Shown
    String topic;

    UUID recordId;

    @InClear("the address of an office")
    String recipient;

    @InClear("names no investor: mail is not encrypted")
    String subject;

    @InClear("names no investor: mail is not encrypted")
    String text;

    /** Null for none. */
    @Shown
    String attachmentSha256;

    @Shown
    String attachmentName;

    /** The same at every attempt: by it a mail program recognises a mail that was sent twice. */
    @Shown
    String messageId;

    Instant postedAt;

    Instant sentAt;

    int attempts;

    Instant nextAttemptAt;

    @InClear("the words of a mail server")
    String lastFailure;

    static OutboxMail of(Letter letter, Instant now) {
        var mail = new OutboxMail();
        mail.id = idOf(letter);
        mail.topic = letter.topic();
        mail.recordId = letter.recordId();
        mail.recipient = letter.recipient();
        mail.subject = letter.subject();
        mail.text = letter.text();
        if (letter.attachment() != null) {
            mail.attachmentSha256 = letter.attachment().sha256();
            mail.attachmentName = letter.attachment().name();
        }
        mail.messageId = "<%s.%s@redress>".formatted(mail.recordId, mail.id);
        mail.postedAt = now;
        mail.nextAttemptAt = now;
        return mail;
    }

    /**
     * A name-based UUID (RFC 9562, version 3) of topic, record and recipient. So {@link #posted} finds a letter by its
     * primary key, also one that Hibernate has not written yet, without a flush of the caller's records.
     */
    private static UUID idOf(Letter letter) {
        var name = letter.topic() + " " + letter.recordId() + " " + letter.recipient();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasAttachment() {
        return attachmentSha256 != null;
    }

    /** Lease: one instance sends the mail, and no other tries before then. */
    void takenUntil(Instant then) {
        nextAttemptAt = then;
    }

    void sent(Instant now) {
        attempts++;
        sentAt = now;
        nextAttemptAt = null;
        lastFailure = null;
    }

    void failed(String why, Instant now) {
        nextAttemptAt = attempts < WAITS.size() ? now.plus(WAITS.get(attempts)) : null;
        attempts++;
        lastFailure = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
    }

    MailState state() {
        return new MailState(topic, recipient, sentAt, attempts, nextAttemptAt, lastFailure);
    }

    /** The mail of this topic and record to this recipient. */
    static Optional<OutboxMail> posted(Letter letter) {
        return findByIdOptional(idOf(letter));
    }

    static OutboxMail ofId(UUID id) {
        return findById(id);
    }

    static List<OutboxMail> ofRecord(UUID recordId) {
        return list("recordId = ?1 order by topic, recipient", recordId);
    }
}
