package io.redress.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.redress.common.start.StartRefused;
import io.redress.testing.TestAuthority;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** TLS to real SMTP servers: what the service sends, and what it must not send. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestAuthority.class)
class MailTlsTest {

    private static final String PASSWORD = "the mail password";

    private static final Letter LETTER =
            new Letter("trial.TLS", UUID.randomUUID(), "reader@xiangqiao.example", "周报", "已签发", null);

    @Inject
    TlsConfigurationRegistry authorities;

    @Inject
    Clock clock;

    /** What the servers received: {@code letter TO in TLS|clear} and {@code password}. */
    private final List<String> got = new CopyOnWriteArrayList<>();

    private SMTPServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private void serve(UnaryOperator<SMTPServer.Builder> tls) {
        var builder = SMTPServer.port(0)
                .showAuthCapabilitiesBeforeSTARTTLS(true)
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((user, password, context) -> got.add(password)))
                .simpleMessageListener(new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String recipient) {
                        return true;
                    }

                    @Override
                    public void deliver(String from, String recipient, InputStream letter) throws IOException {
                        letter.readAllBytes();
                        got.add("letter");
                    }
                });
        server = tls.apply(builder).build();
        server.start();
    }

    private static UnaryOperator<SMTPServer.Builder> startTls(SSLContext certificate) {
        return builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(certificate);
    }

    private static UnaryOperator<SMTPServer.Builder> implicit(SSLContext certificate) {
        return builder -> builder.serverSocketFactory(certificate);
    }

    private record Setting(
            String host, OptionalInt port, MailTls tls, Optional<String> username, boolean allowPlaintextPassword)
            implements MailSession.Settings {
        @Override
        public Optional<String> password() {
            return username.map(name -> PASSWORD);
        }

        @Override
        public String from() {
            return "redress@xiangqiao.example";
        }
    }

    private Setting at(String host, MailTls tls, String username, boolean allowPlaintextPassword) {
        var port = server == null ? OptionalInt.empty() : OptionalInt.of(server.getPortAllocated());
        return new Setting(host, port, tls, Optional.ofNullable(username), allowPlaintextPassword);
    }

    private void send(Setting setting) throws MessagingException {
        new MailServer(new MailSession(setting, authorities), clock).send(OutboxMail.of(LETTER, clock.instant()), null);
    }

    private void refuses(Setting setting) {
        assertThatThrownBy(() -> send(setting)).isInstanceOf(MessagingException.class);
        assertThat(got).isEmpty();
    }

    @Test
    void implicit_tls_protects_mail_and_password() throws MessagingException {
        serve(implicit(TestAuthority.office()));
        send(at("localhost", MailTls.IMPLICIT, "redress", false));
        assertThat(got).containsExactly(PASSWORD, "letter");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "STARTTLS_IF_OFFERED"})
    void starttls_protects_mail_and_password(MailTls tls) throws MessagingException {
        serve(startTls(TestAuthority.office()));
        send(at("localhost", tls, "redress", false));
        assertThat(got).containsExactly(PASSWORD, "letter");
    }

    @Test
    void a_server_without_required_starttls_gets_neither_mail_nor_password() {
        serve(builder -> builder);
        refuses(at("localhost", MailTls.STARTTLS, "redress", false));
        refuses(at("localhost", MailTls.STARTTLS, "redress", true));
        refuses(at("localhost", MailTls.STARTTLS, null, false));
    }

    @Test
    void a_password_is_not_sent_in_clear_unless_that_is_allowed() throws MessagingException {
        serve(builder -> builder);
        refuses(at("localhost", MailTls.STARTTLS_IF_OFFERED, "redress", false));
        send(at("localhost", MailTls.STARTTLS_IF_OFFERED, null, false));
        assertThat(got).containsExactly("letter");
        send(at("localhost", MailTls.STARTTLS_IF_OFFERED, "redress", true));
        assertThat(got).containsExactly("letter", PASSWORD, "letter");
    }

    @Test
    void a_password_without_tls_stops_the_start_unless_clear_text_is_allowed() throws MessagingException {
        serve(builder -> builder);
        var session = new MailSession(at("localhost", MailTls.NONE, "redress", false), authorities);
        assertThatThrownBy(() -> session.check(null))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MAIL_PASSWORD_IN_CLEAR");
        new MailSession(at("localhost", MailTls.NONE, null, false), authorities).check(null);
        new MailSession(at("localhost", MailTls.NONE, "redress", true), authorities).check(null);
        send(at("localhost", MailTls.NONE, "redress", true));
        assertThat(got).containsExactly(PASSWORD, "letter");
    }

    @Test
    void an_untrusted_certificate_is_refused() {
        serve(implicit(TestAuthority.stranger()));
        refuses(at("localhost", MailTls.IMPLICIT, "redress", false));
        server.stop();
        serve(startTls(TestAuthority.stranger()));
        refuses(at("localhost", MailTls.STARTTLS, "redress", false));
        refuses(at("localhost", MailTls.STARTTLS_IF_OFFERED, null, false));
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        serve(implicit(TestAuthority.office()));
        refuses(at("127.0.0.1", MailTls.IMPLICIT, "redress", false));
        server.stop();
        serve(startTls(TestAuthority.office()));
        refuses(at("127.0.0.1", MailTls.STARTTLS, "redress", false));
    }

    @Test
    void a_server_without_tls_gets_nothing_by_implicit_tls() {
        serve(builder -> builder);
        refuses(at("localhost", MailTls.IMPLICIT, "redress", false));
    }

    @Test
    void implicit_tls_has_its_own_port() throws MessagingException {
        assertThat(portOf(MailTls.IMPLICIT)).isEqualTo("465");
        assertThat(portOf(MailTls.STARTTLS)).isEqualTo("25");
    }

    private String portOf(MailTls tls) throws MessagingException {
        return new MailSession(at("localhost", tls, null, false), authorities)
                .open()
                .getProperty("mail.smtp.port");
    }
}
