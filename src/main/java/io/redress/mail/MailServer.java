package io.redress.mail;

import io.redress.file.StoredFiles.TypedContent;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/** Sends mail by SMTP through the bureau's mail server, with a new connection for each mail, because there are few. */
@ApplicationScoped
public class MailServer {

    private final MailSession session;
    private final Clock clock;

    MailServer(MailSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Returns once the server has accepted the mail.
     *
     * @param attachment null for none
     */
    void send(OutboxMail mail, TypedContent attachment) throws MessagingException {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(mail.text, StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        if (attachment != null) {
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.mediaType())));
            file.setHeader("Content-Disposition", disposition(mail.attachmentName));
            parts.addBodyPart(file);
        }
        var message = new Named(session.open(), mail.messageId);
        message.setFrom(new InternetAddress(session.sender()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient));
        message.setSubject(mail.subject, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContent(parts);
        Transport.send(message);
    }

    /** The library would encode the name in the character set of the machine. */
    private static String disposition(String fileName) {
        var parameters = new ParameterList();
        parameters.set("filename", fileName, StandardCharsets.UTF_8.name());
        return new ContentDisposition(MimeBodyPart.ATTACHMENT, parameters).toString();
    }

    /** Keeps the given Message-ID; the library would generate one. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
