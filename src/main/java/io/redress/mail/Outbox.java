package io.redress.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Transactional outbox: any feature posts its letters here. A letter is stored in the transaction of the change that it
 * is about, and sent later by {@link OutboxSender}: a mail server that is down never blocks the change, and no
 * recipient is forgotten.
 */
@ApplicationScoped
public class Outbox {

    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * Queues a letter; joins the caller's transaction. A letter of the same topic, about the same record and to the
     * same recipient is queued once: posting it again does nothing. If two transactions post it at the same time, one
     * of them fails.
     */
    public void post(Letter letter) {
        if (OutboxMail.posted(letter).isEmpty()) {
            OutboxMail.of(letter, clock.instant()).persist();
        }
    }

    /**
     * The mails about a record, by topic and recipient.
     *
     * @param topics the beginning of their topics, such as {@code bulletin.}
     */
    public List<MailState> of(String topics, UUID recordId) {
        return OutboxMail.ofRecord(recordId).stream()
                .map(OutboxMail::state)
                .filter(mail -> mail.topic().startsWith(topics))
                .toList();
    }
}
