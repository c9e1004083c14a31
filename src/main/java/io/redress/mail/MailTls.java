package io.redress.mail;

/** TLS for SMTP (RFC 8314), as set in {@code redress.mail.tls}. */
public enum MailTls {
    /** No encryption, for a mail server on this machine or in a network of its own. */
    NONE,

    /** Opportunistic STARTTLS (RFC 3207), else in clear: an attacker between the servers can remove the offer. */
    STARTTLS_IF_OFFERED,

    /** Mandatory STARTTLS; without it nothing is sent. */
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
