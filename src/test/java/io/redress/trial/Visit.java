package io.redress.trial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.registration.RegistrationBrief;
import io.redress.tally.Contribution;
import io.redress.tally.Figure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A visit of a registered person to the office. */
@Entity
class Visit extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    long version;

    UUID registrationId;
    UUID investorId;
    UUID platformId;

    @Shown
    String areaCode;

    LocalDate visitedOn;

    @InClear("a trial")
    String note;

    @Column(name = "is_answered")
    boolean answered;

    static Visit of(RegistrationBrief registration, LocalDate visitedOn, String note) {
        var visit = new Visit();
        visit.registrationId = registration.id();
        visit.platformId = registration.platformId();
        visit.visitedOn = visitedOn;
        visit.note = note;
        visit.follow(registration);
        return visit;
    }

    static List<Visit> ofInvestor(UUID investorId) {
        return list("investorId = ?1 order by id", investorId);
    }

    void follow(RegistrationBrief registration) {
        investorId = registration.investorId();
        areaCode = registration.areaCode();
    }

    void answer() {
        answered = true;
    }

    Contribution contribution() {
        var contribution = new Contribution();
        contribution.add(platformId, areaCode, VisitMeasure.VISITS, Figure.ONE);
        return contribution;
    }
}
