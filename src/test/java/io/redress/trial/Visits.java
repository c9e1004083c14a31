package io.redress.trial;

import io.redress.area.AreaScope;
import io.redress.common.event.DomainEvent;
import io.redress.registration.Register;
import io.redress.registration.RegistrationBrief;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationsHanded;
import io.redress.tally.Contribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

@ApplicationScoped
class Visits {

    private final Register register;
    private final Event<DomainEvent> events;

    Visits(Register register, Event<DomainEvent> events) {
        this.register = register;
        this.events = events;
    }

    @Transactional
    UUID record(UUID registrationId, LocalDate visitedOn, String note) {
        var visit = Visit.of(register.live(registrationId, AreaScope.EVERYWHERE, "/registrationId"), visitedOn, note);
        visit.persistAndFlush();
        events.fire(new VisitChanged(visit.id, Contribution.NONE, visit.contribution()));
        return visit.id;
    }

    @Transactional
    void answer(UUID id) {
        Visit.<Visit>findById(id).answer();
    }

    void follow(@Observes RegistrationChanged change) {
        if (change.isOfPerson()) {
            Visit.ofInvestor(change.registration().investorId()).forEach(visit -> follow(visit, change.registration()));
        }
    }

    void follow(@Observes RegistrationsHanded handed) {
        for (var registration : handed.registrations()) {
            Visit.<Visit>list("registrationId", registration.id()).forEach(visit -> follow(visit, registration));
        }
    }

    private void follow(Visit visit, RegistrationBrief registration) {
        var before = visit.contribution();
        visit.follow(registration);
        events.fire(new VisitChanged(visit.id, before, visit.contribution()));
    }
}
