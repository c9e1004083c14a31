package io.redress.mail;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.redress.common.start.StartRefused;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * SMTP session settings: server, credentials and TLS. Whenever there is TLS, the server's certificate and host name are
 * checked, against the JVM's CAs or those of {@code quarkus.tls.mail}.
 */
@ApplicationScoped
public class MailSession {

    /** Timeout of each SMTP step. */
    static final String TIMEOUT_MILLIS = "15000";

    /** The name of the TLS configuration for an office's own CA. */
    private static final String TLS_CONFIGURATION = "mail";

    @ConfigMapping(prefix = "redress.mail")
    interface Settings {
        String host();

        /** Defaults to 465 with implicit TLS, else 25. */
        OptionalInt port();

        MailTls tls();

        Optional<String> username();

        Optional<String> password();

        /** Whether the password may be sent without TLS. */
        boolean allowPlaintextPassword();

        /** The sender's address. */
        String from();
    }

    private final Settings settings;
    private final TlsConfigurationRegistry authorities;

    MailSession(Settings settings, TlsConfigurationRegistry authorities) {
        this.settings = settings;
        this.authorities = authorities;
    }

    /** Refuses to start, instead of failing at the first mail, when the password could only be sent in clear. */
    void check(@Observes @Priority(StartRefused.CHECKS_FIRST) StartupEvent start) {
        if (settings.username().isPresent() && settings.tls() == MailTls.NONE && !settings.allowPlaintextPassword()) {
            throw StartRefused.because(
                    "MAIL_TLS=none 会以明文发送邮件密码；请启用 TLS，或设 MAIL_PASSWORD_IN_CLEAR=true",
                    "MAIL_TLS=none would send the mail password in clear; use TLS, or set MAIL_PASSWORD_IN_CLEAR=true");
        }
    }

    String sender() {
        return settings.from();
    }

    Session open() throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put(
                "mail.smtp.port",
                Integer.toString(settings.port().orElse(settings.tls().usualPort())));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        encrypt(properties);
        var password = password();
        properties.put("mail.smtp.auth", Boolean.toString(password.isPresent()));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return password.orElse(null);
            }
        });
    }

    private Optional<PasswordAuthentication> password() {
        return settings.username()
                .filter(name -> settings.tls() != MailTls.NONE || settings.allowPlaintextPassword())
                .map(name ->
                        new PasswordAuthentication(name, settings.password().orElse("")));
    }

    /** A password makes STARTTLS mandatory, even where it is otherwise optional. */
    private void encrypt(Properties properties) throws MessagingException {
        var tls = settings.tls();
        var guardsPassword = settings.username().isPresent() && !settings.allowPlaintextPassword();
        var isDemanded = tls == MailTls.STARTTLS || tls == MailTls.STARTTLS_IF_OFFERED && guardsPassword;
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls == MailTls.IMPLICIT));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(tls.usesStartTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(isDemanded));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // otherwise the library tries again with the JVM's trust store
        properties.put("mail.smtp.socketFactory.fallback", "false");
        var authority = authorities.get(TLS_CONFIGURATION);
        if (authority.isPresent()) {
            properties.put("mail.smtp.ssl.socketFactory", sockets(authority.get()));
        }
    }

    private static SSLSocketFactory sockets(TlsConfiguration authority) throws MessagingException {
        try {
            return authority.createSSLContext().getSocketFactory();
        } catch (Exception e) {
            throw new MessagingException("quarkus.tls." + TLS_CONFIGURATION + " cannot be used", e);
        }
    }
}
