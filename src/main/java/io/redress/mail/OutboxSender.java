package io.redress.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.common.database.Sql;
import io.redress.file.StoredFiles;
import io.redress.file.StoredFiles.TypedContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Sends the mails of the {@link Outbox}. A mail is leased in one short transaction, sent outside any, and marked as
 * sent in another, so that a slow mail server holds no database connection. A crash after the mail server accepted a
 * mail and before the mark sends it twice, with the same Message-ID.
 */
@ApplicationScoped
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);

    /**
     * How long a mail stays with the instance that leased it; after a crash it is due again then. Must exceed the
     * longest time for sending one mail, which is about ten times {@link MailSession#TIMEOUT_MILLIS}.
     */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final String NEXT_DUE = "select id from outbox_mail"
            + " where next_attempt_at <= ? order by next_attempt_at limit 1 for update skip locked";

    private final StoredFiles files;
    private final MailServer server;
    private final Sql sql;
    private final Clock clock;

    OutboxSender(StoredFiles files, MailServer server, Sql sql, Clock clock) {
        this.files = files;
        this.server = server;
        this.sql = sql;
        this.clock = clock;
    }

    /** Tries to send one mail that is due; returns whether there was one. */
    public boolean sendNext() {
        var due = QuarkusTransaction.requiringNew().call(this::takeNext);
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private Optional<OutboxMail> takeNext() {
        var due = sql.first(NEXT_DUE, row -> row.getObject(1, UUID.class), clock.instant())
                .map(OutboxMail::ofId);
        due.ifPresent(mail -> mail.takenUntil(clock.instant().plus(LEASE)));
        return due;
    }

    private void send(OutboxMail mail) {
        try {
            server.send(mail, mail.hasAttachment() ? attachment(mail) : null);
            note(mail.id, OutboxMail::sent);
        } catch (MessagingException e) {
            // The reason is stored with the mail only: the log must not contain e-mail addresses.
            LOG.warnf(
                    "a mail could not be sent: %s (%s)",
                    mail.topic, e.getClass().getSimpleName());
            note(mail.id, (failing, now) -> failing.failed(reason(e), now));
        }
    }

    private TypedContent attachment(OutboxMail mail) throws MessagingException {
        return files.findTyped(mail.attachmentSha256)
                .orElseThrow(() -> new MessagingException("the attachment is not stored"));
    }

    private void note(UUID id, BiConsumer<OutboxMail, Instant> outcome) {
        QuarkusTransaction.requiringNew().run(() -> outcome.accept(OutboxMail.ofId(id), clock.instant()));
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
