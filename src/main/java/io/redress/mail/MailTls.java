package io.redress.mail;

/** TLS on the way to the mail server (RFC 8314), as {@code redress.mail.tls} sets it. */
public enum MailTls {
    /** Everything in clear, for a server on this machine or a network of its own. */
    NONE,

    /** STARTTLS (RFC 3207) where the server offers it, else in clear: an attacker on the way can take the offer away. */
    STARTTLS_IF_OFFERED,

    /** STARTTLS, or nothing is sent. */
    STARTTLS,

    /** TLS from the first byte (SMTPS), usually at port 465. */
    IMPLICIT;

    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    int usualPort() {
        return this == IMPLICIT ? SMTPS : SMTP;
    }

    boolean usesStartTls() {
        return this == STARTTLS || this == STARTTLS_IF_OFFERED;
    }
}
