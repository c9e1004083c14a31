package io.redress.bulletin;

import io.smallrye.config.ConfigMapping;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
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
import java.util.Optional;
import java.util.Properties;

/** Hands mails to the bureau's mail server, with STARTTLS where it offers it; a connection for each, as they are few. */
@ApplicationScoped
class MailServer {

    /** Milliseconds to wait for the server at each turn: a mail is sent inside a transaction. */
    private static final String PATIENCE = "15000";

    @ConfigMapping(prefix = "redress.mail")
    interface Settings {
        String host();

        int port();

        Optional<String> username();

        Optional<String> password();

        /** The sender's address. */
        String from();
    }

    /**
     * @param id Message-ID, by which a mail sent twice is known to be one
     * @param pdf attached under this name; null for none
     */
    record Letter(String id, String to, String subject, String text, String pdfName, byte[] pdf) {}

    private final Settings settings;
    private final Clock clock;

    MailServer(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when the server has taken it. */
    void send(Letter letter) throws MessagingException {
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
        var message = new Named(session(), letter.id());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContent(parts);
        Transport.send(message);
    }

    private Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.connectiontimeout", PATIENCE);
        properties.put("mail.smtp.timeout", PATIENCE);
        properties.put("mail.smtp.writetimeout", PATIENCE);
        var password = settings.username()
                .map(name ->
                        new PasswordAuthentication(name, settings.password().orElse("")));
        properties.put("mail.smtp.auth", Boolean.toString(password.isPresent()));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return password.orElse(null);
            }
        });
    }

    /** Keeps the Message-ID it was given, where the library would make one up. */
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
