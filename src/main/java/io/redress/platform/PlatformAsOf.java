package io.redress.platform;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * A platform as it stood: what bulletins say of it. The database itself writes one whenever a platform is entered or one of
 * these columns changes, so that no way of changing forgets it; the closing of a week claims what was recorded before its
 * cut-off, and from then on it never changes. A bulletin that is to say more of a platform needs it kept here first, but for
 * the loss formula, which stays as it is once there are figures to reckon by it.
 *
 * <p>What is committed only after a closing stands from the next week on, however early it was recorded, as in the tally.
 */
@Entity
@NotAudited("says again what the platform tells")
@Immutable
public class PlatformAsOf extends PanacheEntityBase {

    /** Ascends with every change of a platform. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    public UUID platformId;

    Instant recordedAt;

    /** Last day of the first week in which it stood; null while no closing has claimed it. */
    LocalDate weekEndsOn;

    @InClear("of a company")
    public String name;

    @Enumerated(EnumType.STRING)
    public PlatformStage stage;

    LocalDate watchedSince;

    /** Whether the week that ends on this day owes a bulletin of the platform. */
    public boolean isWatchedOn(LocalDate day) {
        return watchedSince != null && !watchedSince.isAfter(day);
    }

    /** Every platform there was at the cut-off of the closed week that ends on this day, by name. */
    public static List<PlatformAsOf> allIn(LocalDate weekEndsOn) {
        return list(
                "from PlatformAsOf p where weekEndsOn <= ?1 and not exists (from PlatformAsOf later"
                        + " where later.platformId = p.platformId and later.weekEndsOn <= ?1 and later.id > p.id)"
                        + " order by name",
                weekEndsOn);
    }

    /** A platform at the cut-off of the closed week that ends on this day; as it was entered, if that was later. */
    public static Optional<PlatformAsOf> of(UUID platformId, LocalDate weekEndsOn) {
        Optional<PlatformAsOf> stood = find(
                        "platformId = ?1 and weekEndsOn <= ?2 order by id desc", platformId, weekEndsOn)
                .firstResultOptional();
        return stood.or(() -> find("platformId = ?1 order by id", platformId).firstResultOptional());
    }
}
