package io.redress.bulletin.delivery;

import io.redress.bulletin.file.BulletinFiles;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinSettings;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.mail.Letter;
import io.redress.mail.Letter.Attachment;
import io.redress.mail.MailState;
import io.redress.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the letters about issued bulletins to their readers, and posts them. */
@ApplicationScoped
public class Deliveries {

    /** An {@link Occasion} follows. */
    private static final String TOPICS = "bulletin.";

    private final BulletinSettings settings;
    private final BulletinFiles files;
    private final Outbox outbox;
    private final String organisation;

    Deliveries(
            BulletinSettings settings,
            BulletinFiles files,
            Outbox outbox,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.settings = settings;
        this.files = files;
        this.outbox = outbox;
        this.organisation = organisation;
    }

    /** Posts a letter to each reader; joins the caller's transaction. */
    public void announce(Bulletin bulletin, Occasion occasion) {
        settings.readers()
                .ifPresent(readers -> readers.forEach(reader -> outbox.post(
                        switch (occasion) {
                            case ISSUED -> issued(bulletin, reader);
                            case VOIDED -> voided(bulletin, reader);
                        })));
    }

    private Letter issued(Bulletin bulletin, String reader) {
        var name = bulletin.reference();
        var replaced = bulletin.corrected().map(Bulletin::reference);
        return new Letter(
                TOPICS + Occasion.ISSUED,
                bulletin.id,
                reader,
                replaced.map(number -> "【更正】%s（%s，替代%s）".formatted(bulletin.title, name, number))
                        .orElse("%s（%s）".formatted(bulletin.title, name)),
                "%s（%s）已签发，见附件。%s内部资料，注意保存。\n内容的 SHA-256：%s\n\n%s"
                        .formatted(
                                bulletin.title,
                                name,
                                replaced.map("本期更正并替代%s，请勿再使用后者。"::formatted).orElse(""),
                                bulletin.digest,
                                organisation),
                new Attachment(
                        files.sha256(bulletin.id, BulletinFormat.PDF),
                        "bulletin-" + bulletin.year + "-" + bulletin.number + ".pdf"));
    }

    private Letter voided(Bulletin bulletin, String reader) {
        var name = bulletin.reference();
        return new Letter(
                TOPICS + Occasion.VOIDED,
                bulletin.id,
                reader,
                "【作废】%s（%s）".formatted(bulletin.title, name),
                "%s（%s）已作废，请勿再使用。\n\n%s".formatted(bulletin.title, name, organisation),
                null);
    }

    public List<DeliveryView> of(UUID bulletinId) {
        return outbox.of(TOPICS, bulletinId).stream().map(Deliveries::delivery).toList();
    }

    private static DeliveryView delivery(MailState mail) {
        return new DeliveryView(
                Occasion.valueOf(mail.topic().substring(TOPICS.length())),
                mail.recipient(),
                mail.sentAt(),
                mail.attempts(),
                mail.nextAttemptAt(),
                mail.lastFailure());
    }
}
