package io.redress.tally;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/**
 * One counted change (台账变动), append-only: written in the transaction of the change, claimed once by a closing, never
 * updated otherwise or deleted. The database refuses both.
 */
@Entity
@NotAudited("said again by the record that was counted")
@Immutable
public class TallyEntry extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID platformId;

    @InClear("a figure")
    String areaCode;

    Measure measure;

    long count;

    BigDecimal amount;

    /** Whether the entry belongs to a move between areas. */
    boolean moved;

    Instant recordedAt;

    @InClear("a code")
    String cause;

    UUID causeId;

    /** The week that claimed the entry; only a closing sets it, by a bulk update. */
    @Column(insertable = false, updatable = false)
    UUID weekId;

    static TallyEntry of(Movement movement, CountedChange change, Instant recordedAt) {
        var entry = new TallyEntry();
        entry.platformId = movement.key().platformId();
        entry.areaCode = movement.key().areaCode();
        entry.measure = movement.key().measure();
        entry.count = movement.figure().count();
        entry.amount = movement.figure().amount();
        entry.moved = movement.moved();
        entry.recordedAt = recordedAt;
        entry.cause = change.cause();
        entry.causeId = change.causeId();
        return entry;
    }
}
