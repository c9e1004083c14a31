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
 * Point-in-time copy of a platform, the source for bulletins. The database writes one whenever a platform is entered or
 * one of these columns changes, so that no change is missed. The closing of a week claims the copies recorded before
 * its cut-off; then they never change. If a bulletin needs another attribute of a platform, this class has to store it
 * first. The loss formula is the exception, as it is fixed once there are figures.
 *
 * <p>A change that commits only after a closing counts from the next week on, however early it was recorded. The tally
 * does the same.
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

    /** Last day of the first week for which it counts; null until a closing claims it. */
    LocalDate weekEndsOn;

    @InClear("of a company")
    public String name;

    @Enumerated(EnumType.STRING)
    public PlatformStage stage;

    LocalDate watchedSince;

    /** Whether a bulletin of the platform is due for the week that ends on this day. */
    public boolean isWatchedOn(LocalDate day) {
        return watchedSince != null && !watchedSince.isAfter(day);
    }

    /** All platforms at the cut-off of the closed week that ends on this day, by name. */
    public static List<PlatformAsOf> allIn(LocalDate weekEndsOn) {
        return list(
                "from PlatformAsOf p where weekEndsOn <= ?1 and not exists (from PlatformAsOf later"
                        + " where later.platformId = p.platformId and later.weekEndsOn <= ?1 and later.id > p.id)"
                        + " order by name",
                weekEndsOn);
    }

    /** A platform at the cut-off of the closed week that ends on this day; its first copy if it was entered later. */
    public static Optional<PlatformAsOf> of(UUID platformId, LocalDate weekEndsOn) {
        Optional<PlatformAsOf> stood = find(
                        "platformId = ?1 and weekEndsOn <= ?2 order by id desc", platformId, weekEndsOn)
                .firstResultOptional();
        return stood.or(() -> find("platformId = ?1 order by id", platformId).firstResultOptional());
    }
}
