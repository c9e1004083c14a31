package io.redress.bulletin.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.bulletin.delivery.BulletinDelivery.Id;
import io.redress.bulletin.file.BulletinFiles;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinSettings;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.common.database.Sql;
import io.redress.mail.MailServer;
import io.redress.mail.MailServer.Letter;
import io.redress.mail.MailSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Transactional outbox: mails issued bulletins to their readers. The outbox rows are written in the transaction that
 * issues the bulletin, and sent later: a mail server that is down never blocks a signature, and no reader is forgotten.
 * A mail is leased in one short transaction, sent outside any, and marked as sent in another, so that a slow mail
 * server holds no database connection. A crash after the mail server accepted a mail and before the mark sends it
 * twice, with the same Message-ID.
 */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /**
     * How long a mail stays with the instance that leased it; after a crash it is due again then. Must exceed the
     * longest time for sending one mail, which is about ten times {@link MailSession#TIMEOUT_MILLIS}.
     */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final String NEXT_DUE = "select bulletin_id, occasion, reader from bulletin_delivery"
            + " where next_attempt_at <= ? order by next_attempt_at limit 1 for update skip locked";

    private final BulletinSettings settings;
    private final BulletinFiles files;
    private final MailServer server;
    private final Sql sql;
    private final Clock clock;
    private final String organisation;

    Deliveries(
            BulletinSettings settings,
            BulletinFiles files,
            MailServer server,
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.settings = settings;
        this.files = files;
        this.server = server;
        this.sql = sql;
        this.clock = clock;
        this.organisation = organisation;
    }

    /** Queues a mail to each reader; joins the caller's transaction. */
    public void announce(Bulletin bulletin, Occasion occasion) {
        settings.readers()
                .ifPresent(readers -> readers.stream()
                        .distinct()
                        .forEach(reader -> BulletinDelivery.to(reader, bulletin.id, occasion, clock.instant())
                                .persist()));
    }

    public List<DeliveryView> of(UUID bulletinId) {
        return BulletinDelivery.of(bulletinId).stream()
                .map(delivery -> new DeliveryView(
                        delivery.id.occasion(),
                        delivery.id.reader(),
                        delivery.sentAt,
                        delivery.attempts,
                        delivery.nextAttemptAt,
                        delivery.lastFailure))
                .toList();
    }

    /** Tries to send one mail that is due; returns whether there was one. */
    public boolean sendNext() {
        var due = QuarkusTransaction.requiringNew().call(this::takeNext);
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private Optional<Id> takeNext() {
        var due = nextDue();
        due.map(BulletinDelivery::ofId)
                .ifPresent(delivery -> delivery.takenUntil(clock.instant().plus(LEASE)));
        return due;
    }

    private void send(Id id) {
        var letter = letter(id);
        try {
            server.send(letter);
            note(id, BulletinDelivery::sent);
        } catch (MessagingException e) {
            // The reason is shown on the bulletin's page only: the log must not contain e-mail addresses.
            LOG.warnf("a bulletin could not be mailed (%s)", e.getClass().getSimpleName());
            note(id, (delivery, now) -> delivery.failed(reason(e), now));
        }
    }

    private void note(Id id, BiConsumer<BulletinDelivery, Instant> outcome) {
        QuarkusTransaction.requiringNew().run(() -> outcome.accept(BulletinDelivery.ofId(id), clock.instant()));
    }

    private Letter letter(Id id) {
        var bulletin = QuarkusTransaction.requiringNew()
                .call(() -> Bulletin.ofId(id.bulletinId()).orElseThrow());
        var name = bulletin.reference();
        if (id.occasion() == Occasion.VOIDED) {
            return new Letter(
                    messageId(id),
                    id.reader(),
                    "【作废】%s（%s）".formatted(bulletin.title, name),
                    "%s（%s）已作废，请勿再使用。\n\n%s".formatted(bulletin.title, name, organisation),
                    null,
                    null);
        }
        var replaced = QuarkusTransaction.requiringNew()
                .call(() -> bulletin.corrected().map(Bulletin::reference));
        return new Letter(
                messageId(id),
                id.reader(),
                replaced.map(number -> "【更正】%s（%s，替代%s）".formatted(bulletin.title, name, number))
                        .orElse("%s（%s）".formatted(bulletin.title, name)),
                "%s（%s）已签发，见附件。%s内部资料，注意保存。\n内容的 SHA-256：%s\n\n%s"
                        .formatted(
                                bulletin.title,
                                name,
                                replaced.map("本期更正并替代%s，请勿再使用后者。"::formatted).orElse(""),
                                bulletin.digest,
                                organisation),
                "bulletin-" + bulletin.year + "-" + bulletin.number + ".pdf",
                files.read(bulletin.id, BulletinFormat.PDF));
    }

    private static String messageId(Id id) {
        return "<%s.%s.%s@redress>"
                .formatted(
                        id.bulletinId(),
                        id.occasion(),
                        Integer.toHexString(id.reader().hashCode()));
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private Optional<Id> nextDue() {
        return sql.first(
                NEXT_DUE,
                row -> new Id(row.getObject(1, UUID.class), Occasion.valueOf(row.getString(2)), row.getString(3)),
                clock.instant());
    }
}
