package io.redress.reveal;

import io.redress.account.Viewer;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.registration.InvestorAnonymised;
import io.redress.registration.PersonalField;
import io.redress.registration.PersonalField.PersonalDatum;
import io.redress.registration.Register;
import io.redress.reveal.Reveal.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reveals masked personal data (查看明文) for a stated purpose, with a rate limit and a record of each reveal. */
@ApplicationScoped
public class Reveals {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Register register;
    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final int mostAnHour;
    private final int mostExportsADay;

    Reveals(
            Register register,
            AdvisoryLocks locks,
            Event<DomainEvent> events,
            Clock clock,
            @ConfigProperty(name = "redress.reveals.max-per-hour") int mostAnHour,
            @ConfigProperty(name = "redress.reveals.max-exports-per-day") int mostExportsADay) {
        this.register = register;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
        this.mostAnHour = mostAnHour;
        this.mostExportsADay = mostExportsADay;
    }

    /** @throws Problem 404 if nobody in scope has this id; 429 if the viewer exceeds the rate limit */
    @Transactional
    RevealedView reveal(UUID investorId, RevealFields request, Viewer viewer) {
        var stated = Stated.of(request.purpose(), request.note(), "");
        var found = register.inClear(investorId, request.fields(), viewer.scope());
        note(viewer, Kind.LOOK, investorId, names(request.fields()), stated, mostAnHour, HOUR);
        return RevealedView.of(found);
    }

    /** Reveals all masked fields, for the person's own extract. */
    @Transactional
    Map<PersonalField, List<PersonalDatum>> revealAll(UUID investorId, String note, Viewer viewer) {
        var all = List.of(PersonalField.values());
        var found = register.inClear(investorId, all, viewer.scope());
        note(
                viewer,
                Kind.EXTRACT,
                investorId,
                names(all),
                new Stated(Purpose.REQUESTED_BY_THE_PERSON, note),
                mostAnHour,
                HOUR);
        return found;
    }

    /**
     * Records the unmasked export of a list before its first line is written.
     *
     * @throws Problem 429 if the viewer exceeds the limit per day
     */
    @Transactional
    public void noteExport(Viewer viewer, List<String> fields, Stated stated) {
        note(viewer, Kind.EXPORT, null, fields, stated, mostExportsADay, DAY);
    }

    private void note(
            Viewer viewer, Kind kind, UUID investorId, List<String> fields, Stated stated, int most, Duration period) {
        // Without the lock, ten concurrent requests could all find the limit not yet reached.
        locks.lock("reveal " + viewer.accountId());
        var now = clock.instant();
        Reveal.waitFor(viewer.accountId(), kind, most, period, now).ifPresent(wait -> {
            throw Problem.of(429, "revealed-too-often", most).retryAfter(wait);
        });
        var names = String.join(",", fields);
        Reveal.by(viewer, kind, investorId, names, stated, now).persist();
        events.fire(new AuditEvent(
                "revealed",
                "Investor",
                investorId,
                stated.purpose().name(),
                Map.of("kind", kind.name(), "fields", names)));
    }

    /** Notes about a person are deleted when the person is anonymised. */
    void forget(@Observes InvestorAnonymised anonymised) {
        Reveal.forgetNotes(anonymised.investorId());
    }

    /** All reveals of the person, through any of their records. */
    @Transactional
    List<Reveal> ofInvestor(UUID investorId, Viewer viewer, UUID below, int limit) {
        return Reveal.ofInvestor(register.person(investorId, viewer.scope()).records(), below, limit);
    }

    private static List<String> names(Collection<PersonalField> fields) {
        return new TreeSet<>(fields).stream().map(PersonalField::name).toList();
    }
}
