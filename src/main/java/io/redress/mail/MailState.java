package io.redress.mail;

import java.time.Instant;

/**
 * The state of one mail in the outbox.
 *
 * @param sentAt when the mail server accepted it; null until then
 * @param nextAttemptAt null once it is sent or given up
 * @param lastFailure the reason why the last attempt failed; null if none failed since
 */
public record MailState(
        String topic, String recipient, Instant sentAt, int attempts, Instant nextAttemptAt, String lastFailure) {}
