package io.redress.platform;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.Shown;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/**
 * Investment platform (涉事平台) and its case. The bureau enters it when it first hears of it, watched or not, and it moves
 * through {@link PlatformStage}s with the case. People can always register against it; outside its windows the
 * registration carries a warning.
 */
@Entity
public class Platform extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Version
    long version;

    @Shown
    public String name;

    @Shown
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> aliases = List.of();

    @Shown
    String company;

    @Shown
    String companyCreditCode;

    @Enumerated(EnumType.STRING)
    PlatformKind kind;

    @Enumerated(EnumType.STRING)
    public PlatformStage stage;

    @Shown
    String policeAuthority;

    @Shown
    String policeCaseNumber;

    @Embedded
    @AttributeOverride(name = "opensOn", column = @Column(name = "first_window_opens_on"))
    @AttributeOverride(name = "closesOn", column = @Column(name = "first_window_closes_on"))
    RegistrationWindow firstWindow;

    @Embedded
    @AttributeOverride(name = "opensOn", column = @Column(name = "supplementary_window_opens_on"))
    @AttributeOverride(name = "closesOn", column = @Column(name = "supplementary_window_closes_on"))
    RegistrationWindow supplementaryWindow;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<SetOff> setOff = EnumSet.noneOf(SetOff.class);

    /** 重点关注: from this day on each week gets a bulletin (一周一报); null for a platform that is not watched. */
    public LocalDate watchedSince;

    Instant createdAt;

    /** Time of the last change by the tally's clock; {@link PlatformAsOf} stores the same time. */
    Instant changedAt;

    public LossFormula lossFormula() {
        return new LossFormula(setOff);
    }

    public boolean isWatched() {
        return watchedSince != null;
    }

    static Platform entered(Instant now) {
        var platform = new Platform();
        platform.createdAt = now;
        return platform;
    }

    void call(String newName, List<String> otherNames) {
        name = newName;
        aliases = otherNames == null ? List.of() : otherNames;
    }

    void runBy(String operatingCompany, String creditCode) {
        company = operatingCompany;
        companyCreditCode = creditCode;
    }

    void become(PlatformKind newKind, PlatformStage newStage) {
        kind = newKind;
        stage = newStage;
    }

    void investigatedBy(String authority, String caseNumber) {
        policeAuthority = authority;
        policeCaseNumber = caseNumber;
    }

    void registerWithin(RegistrationWindow first, RegistrationWindow supplementary) {
        firstWindow = first;
        supplementaryWindow = supplementary;
    }

    /** The database refuses a change once a person has registered. */
    void reckonBy(Set<SetOff> parts) {
        setOff = EnumSet.noneOf(SetOff.class);
        setOff.addAll(parts);
    }

    void changed(Instant now) {
        changedAt = now;
    }

    void watch(boolean watched, LocalDate today) {
        if (watched != isWatched()) {
            watchedSince = watched ? today : null;
        }
    }

    /** Whether the day is in one of the windows; without any window every day is. */
    public boolean isOpenForRegistration(LocalDate day) {
        if (firstWindow == null && supplementaryWindow == null) {
            return true;
        }
        return firstWindow != null && firstWindow.isOpen(day)
                || supplementaryWindow != null && supplementaryWindow.isOpen(day);
    }

    public static Map<UUID, String> names() {
        return Platform.<Platform>streamAll()
                .collect(Collectors.toMap(platform -> platform.id, platform -> platform.name));
    }

    public static Map<UUID, LossFormula> lossFormulas() {
        return Platform.<Platform>streamAll().collect(Collectors.toMap(platform -> platform.id, Platform::lossFormula));
    }

    public static Optional<Platform> ofId(UUID id) {
        return findByIdOptional(id);
    }

    /** Locks the platform for a registration: the loss formula cannot change before the transaction ends. */
    public static Optional<Platform> toRegisterWith(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    public static List<Platform> all() {
        return list("order by name");
    }

    static List<Platform> after(String name, int limit) {
        return find("name > ?1 order by name", name == null ? "" : name)
                .page(0, limit)
                .list();
    }
}
