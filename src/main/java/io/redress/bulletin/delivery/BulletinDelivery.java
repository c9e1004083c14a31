package io.redress.bulletin.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One e-mail to one reader in the outbox. */
@Entity
public class BulletinDelivery extends PanacheEntityBase {

    /** Waits between the attempts; the service gives up after about two days. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private static final int LONGEST_FAILURE = 500;

    @Embeddable
    record Id(
            UUID bulletinId,
            @Enumerated(EnumType.STRING) Occasion occasion,
            @InClear("the address of an office") String reader) {}

    @EmbeddedId
    Id id;

    Instant sentAt;

    int attempts;

    Instant nextAttemptAt;

    @InClear("the words of a mail server")
    String lastFailure;

    static BulletinDelivery to(String reader, UUID bulletinId, Occasion occasion, Instant now) {
        var delivery = new BulletinDelivery();
        delivery.id = new Id(bulletinId, occasion, reader);
        delivery.nextAttemptAt = now;
        return delivery;
    }

    /** Lease: one instance sends the mail, and no other tries before then. */
    void takenUntil(Instant then) {
        nextAttemptAt = then;
    }

    void sent(Instant now) {
        attempts++;
        sentAt = now;
        nextAttemptAt = null;
        lastFailure = null;
    }

    void failed(String why, Instant now) {
        nextAttemptAt = attempts < WAITS.size() ? now.plus(WAITS.get(attempts)) : null;
        attempts++;
        lastFailure = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
    }

    static BulletinDelivery ofId(Id id) {
        return findById(id);
    }

    static List<BulletinDelivery> of(UUID bulletinId) {
        return list("id.bulletinId = ?1 order by id.occasion, id.reader", bulletinId);
    }
}
