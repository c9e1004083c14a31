package io.redress.bulletin;

import io.agroal.api.AgroalDataSource;
import io.redress.bulletin.BulletinDelivery.Id;
import io.redress.bulletin.MailServer.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends issued bulletins to their readers. What is to be sent is written with the issue, in its transaction, and sent
 * afterwards: a mail server that is down never holds up a signature, and no reader is forgotten. A crash between the mail
 * server's yes and our note of it sends a mail twice, under the same Message-ID.
 */
@ApplicationScoped
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** One that another instance is sending is left to it. */
    private static final String NEXT_DUE = "select bulletin_id, occasion, reader from bulletin_delivery"
            + " where next_attempt_at <= ? order by next_attempt_at limit 1 for update skip locked";

    private final BulletinSettings settings;
    private final BulletinFiles files;
    private final MailServer server;
    private final AgroalDataSource database;
    private final Clock clock;
    private final String organisation;

    Deliveries(
            BulletinSettings settings,
            BulletinFiles files,
            MailServer server,
            AgroalDataSource database,
            Clock clock,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.settings = settings;
        this.files = files;
        this.server = server;
        this.database = database;
        this.clock = clock;
        this.organisation = organisation;
    }

    /** Notes that the readers are to be told; joins the transaction of what they are told of. */
    void announce(Bulletin bulletin, Occasion occasion) {
        settings.readers()
                .ifPresent(readers -> readers.stream()
                        .distinct()
                        .forEach(reader -> BulletinDelivery.to(reader, bulletin.id, occasion, clock.instant())
                                .persist()));
    }

    List<DeliveryView> of(UUID bulletinId) {
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

    /** Tries one that is due; answers whether there was one. */
    @Transactional
    boolean sendNext() {
        var due = nextDue();
        due.map(BulletinDelivery::ofId).ifPresent(this::send);
        return due.isPresent();
    }

    private void send(BulletinDelivery delivery) {
        try {
            server.send(letter(delivery));
            delivery.sent(clock.instant());
        } catch (MessagingException e) {
            // the reason is for those who read the bulletin's page; an address is nothing for a log
            LOG.warnf("a bulletin could not be mailed (%s)", e.getClass().getSimpleName());
            delivery.failed(reason(e), clock.instant());
        }
    }

    private Letter letter(BulletinDelivery delivery) {
        var bulletin = Bulletin.ofId(delivery.id.bulletinId()).orElseThrow();
        var name = bulletin.reference();
        if (delivery.id.occasion() == Occasion.VOIDED) {
            return new Letter(
                    messageId(delivery.id),
                    delivery.id.reader(),
                    "【作废】%s（%s）".formatted(bulletin.title, name),
                    "%s（%s）已作废，请勿再使用。\n\n%s".formatted(bulletin.title, name, organisation),
                    null,
                    null);
        }
        return new Letter(
                messageId(delivery.id),
                delivery.id.reader(),
                "%s（%s）".formatted(bulletin.title, name),
                "%s（%s）已签发，见附件。内部资料，注意保存。\n内容的 SHA-256：%s\n\n%s"
                        .formatted(bulletin.title, name, bulletin.digest, organisation),
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
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT_DUE)) {
            select.setTimestamp(1, Timestamp.from(clock.instant()));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Id(
                                row.getObject(1, UUID.class), Occasion.valueOf(row.getString(2)), row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the deliveries cannot be read", e);
        }
    }
}
