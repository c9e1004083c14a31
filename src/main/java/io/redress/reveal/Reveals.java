package io.redress.reveal;

import io.redress.account.Viewer;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import io.redress.export.ExportQuery;
import io.redress.export.ExportedList;
import io.redress.export.SelectedPeople;
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
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reveals masked personal data (查看明文) for a stated purpose, with a rate limit and a record of each reveal. */
@ApplicationScoped
public class Reveals {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Register register;
    private final RevealedPeople people;
    private final RevealLimits limits;
    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Reveals(
            Register register,
            RevealedPeople people,
            RevealLimits limits,
            AdvisoryLocks locks,
            Event<DomainEvent> events,
            Clock clock) {
        this.register = register;
        this.people = people;
        this.limits = limits;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem 404 if nobody in scope has this id; 429 if the viewer exceeds a rate limit */
    @Transactional
    RevealedView reveal(UUID investorId, RevealFields request, Viewer viewer) {
        var stated = Stated.of(request.purpose(), request.note(), "");
        var found = register.inClear(investorId, request.fields(), viewer.scope());
        noteLook(viewer, Kind.LOOK, investorId, names(request.fields()), stated);
        return RevealedView.of(found);
    }

    /** Reveals all masked fields, for the person's own extract. */
    @Transactional
    Map<PersonalField, List<PersonalDatum>> revealAll(UUID investorId, String note, Viewer viewer) {
        var all = List.of(PersonalField.values());
        var found = register.inClear(investorId, all, viewer.scope());
        var stated = new Stated(Purpose.REQUESTED_BY_THE_PERSON, note);
        noteLook(viewer, Kind.EXTRACT, investorId, names(all), stated);
        return found;
    }

    private void noteLook(Viewer viewer, Kind kind, UUID investorId, List<String> fields, Stated stated) {
        var now = alone(viewer);
        demandNotTooOften(viewer, kind, limits.looksAnHour(), HOUR, now);
        demandLooksLeft(viewer, now);
        var names = String.join(",", fields);
        var person = register.person(investorId, viewer.scope());
        Reveal.of(person, viewer, kind, names, stated, now).persist();
        audit(investorId, stated, Map.of("kind", kind.name(), "fields", names));
    }

    /** Beyond the daily number a chief decides. */
    private void demandLooksLeft(Viewer viewer, Instant now) {
        var today = Clocks.dateOf(now);
        var began = Clocks.startOf(today);
        var allowed = limits.looksADay() + AccessRequest.looksApproved(viewer.accountId(), began);
        if (Reveal.looksSince(viewer.accountId(), began) >= allowed) {
            throw Problem.of(429, "looks-need-approval", allowed)
                    .retryAfter(Duration.between(now, Clocks.startOf(today.plusDays(1))));
        }
    }

    /**
     * Records the unmasked export of a list, and who is in it, before its first line is written.
     *
     * @return the id of the record
     * @throws Problem 403 if it has more people than one alone may take away, 429 beyond the limit per day
     */
    @Transactional
    public UUID noteExport(Viewer viewer, ExportedList list, ExportQuery query, Stated stated) {
        var now = alone(viewer);
        var selected = list.people(query, viewer.scope());
        var together = people.countWithEarlier(selected, viewer.accountId(), now.minus(DAY));
        if (together > limits.peopleAlone()) {
            throw Problem.of(403, "export-needs-approval", together, limits.peopleAlone())
                    .with("people", together)
                    .with("limit", limits.peopleAlone());
        }
        return noteExport(viewer, list, selected, people.count(selected), stated, null, now);
    }

    /**
     * The list that was approved for the viewer.
     *
     * @throws Problem 404 if the viewer asked for no such list, 409 if it is not approved or no longer valid
     */
    @Transactional
    public AccessRequest approvedList(UUID requestId, Viewer viewer) {
        var request = AccessRequest.lock(requestId, viewer, false)
                .filter(mine -> mine.kind == AccessKind.EXPORT)
                .orElseThrow(Problem::notFound);
        var validUntil = request.validUntil();
        if (validUntil == null || !clock.instant().isBefore(validUntil)) {
            throw Problem.of(409, "access-not-approved");
        }
        return request;
    }

    /**
     * Records the export of an approved list, as {@link #noteExport(Viewer, ExportedList, ExportQuery, Stated)} does.
     *
     * @throws Problem 409 if it has more people than were approved, 429 beyond the limit per day
     */
    @Transactional
    public UUID noteExport(Viewer viewer, ExportedList list, AccessRequest approved) {
        var now = alone(viewer);
        var selected = list.people(approved.query(), viewer.scope());
        var count = people.count(selected);
        if (count > approved.people) {
            throw Problem.of(409, "export-has-grown", approved.people, count);
        }
        return noteExport(viewer, list, selected, count, approved.stated(), approved.id, now);
    }

    private UUID noteExport(
            Viewer viewer,
            ExportedList list,
            SelectedPeople selected,
            int count,
            Stated stated,
            UUID requestId,
            Instant now) {
        demandNotTooOften(viewer, Kind.EXPORT, limits.exportsADay(), DAY, now);
        var names = String.join(",", list.maskedFields());
        var reveal = Reveal.ofList(count, requestId, viewer, names, stated, now);
        reveal.persistAndFlush();
        people.record(reveal.id, selected);
        var details = new HashMap<String, Object>(
                Map.of("kind", Kind.EXPORT.name(), "fields", names, "list", list.name(), "people", count));
        if (requestId != null) {
            details.put("accessRequest", requestId.toString());
        }
        audit(null, stated, details);
        return reveal.id;
    }

    /** Those of these people who are recorded as being in the list. */
    public Set<UUID> recorded(UUID exportId, Collection<UUID> persons) {
        return people.among(exportId, persons);
    }

    /** Without the lock, ten concurrent requests could all find a limit not yet reached. */
    private Instant alone(Viewer viewer) {
        locks.lock("reveal " + viewer.accountId());
        return clock.instant();
    }

    private static void demandNotTooOften(Viewer viewer, Kind kind, int most, Duration period, Instant now) {
        Reveal.waitFor(viewer.accountId(), kind, most, period, now).ifPresent(wait -> {
            throw Problem.of(429, "revealed-too-often", most).retryAfter(wait);
        });
    }

    private void audit(UUID investorId, Stated stated, Map<String, Object> details) {
        events.fire(new AuditEvent(
                "revealed", "Investor", investorId, stated.purpose().name(), details));
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
