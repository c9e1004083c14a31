package io.redress.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/** Sends mail by SMTP through the bureau's mail server, with a new connection for each mail, because there are few. */
@ApplicationScoped
public class MailServer {

    /**
     * @param id Message-ID, by which a reader's mail program recognises a mail that was sent twice
     * @param pdf attachment, named {@code pdfName}; null for none
     */
    public record Letter(String id, String to, String subject, String text, String pdfName, byte[] pdf) {}

    private final MailSession session;
    private final Clock clock;

    MailServer(MailSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Returns once the server has accepted the mail. */
    public void send(Letter letter) throws MessagingException {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        if (letter.pdf() != null) {
            var pdf = new MimeBodyPart();
            pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.pdf(), "application/pdf")));
            pdf.setFileName(letter.pdfName());
            pdf.setDisposition(MimeBodyPart.ATTACHMENT);
            parts.addBodyPart(pdf);
        }
        var message = new Named(session.open(), letter.id());
        message.setFrom(new InternetAddress(session.sender()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContent(parts);
        Transport.send(message);
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
