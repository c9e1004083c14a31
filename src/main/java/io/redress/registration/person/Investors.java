package io.redress.registration.person;

import io.redress.account.Viewer;
import io.redress.area.Place;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.identity.IdentityDocument;
import io.redress.identity.Phone;
import io.redress.registration.InvestorView;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationForm;
import io.redress.registration.Standing;
import io.redress.registration.investor.ContactDetails;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorProblems;
import io.redress.registration.investor.NameSearch;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Use cases that find people and change their data. */
@ApplicationScoped
public class Investors {

    private static final ConstraintProblems<Investor> CONSTRAINTS =
            new ConstraintProblems<>(Map.of("investor_is_kept_once", investor -> InvestorProblems.documentOfAnother()));

    private static final int MOST_FOUND = 50;

    private final RegistrationForm intake;
    private final NameSearch names;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Investors(RegistrationForm intake, NameSearch names, Event<DomainEvent> events, Clock clock) {
        this.intake = intake;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** Without a transaction: it would cost as much as one of the two statements, which only read. */
    List<InvestorView> lookUp(LookUpInvestors request, Viewer viewer) {
        var found = find(request, viewer).stream()
                .map(Investor::person)
                .filter(person -> viewer.scope().includes(person.areaCode))
                .distinct()
                .toList();
        var mentions = InvestorView.mentionsOf(found.stream().map(i -> i.id).toList());
        return found.stream()
                .map(investor -> InvestorView.mentioning(investor, mentions.getOrDefault(investor.id, List.of())))
                .toList();
    }

    private List<Investor> find(LookUpInvestors request, Viewer viewer) {
        var given = Stream.of(request.documentNumber(), request.phone(), request.name(), request.registrationNumber())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw InvestorProblems.oneCriterion();
        }
        if (request.documentNumber() != null) {
            return Investor.withNumber(
                    IdentityDocument.normalise(request.documentNumber()), viewer.scope(), MOST_FOUND);
        }
        if (request.phone() != null) {
            return Phone.normalise(request.phone())
                    .map(phone -> Investor.withPhone(phone, viewer.scope(), MOST_FOUND))
                    .orElse(List.of());
        }
        if (request.name() != null) {
            return names.called(request.name(), viewer.scope(), MOST_FOUND);
        }
        return Registrations.numbered(request.registrationNumber(), viewer.scope()).stream()
                .map(registration -> registration.investor)
                .toList();
    }

    InvestorView read(UUID id, Viewer viewer) {
        var investor = Investor.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        return InvestorView.mentioning(
                investor, InvestorView.mentionsOf(List.of(investor.id)).getOrDefault(investor.id, List.of()));
    }

    /** Changes name, contact data or address. A move takes the person's figures along. */
    @Transactional
    InvestorView change(UUID id, ChangeInvestor request, String ifMatch, Viewer viewer) {
        var investor = locked(id, ifMatch, viewer);
        var violations = new Violations();
        var contacts =
                ContactDetails.of(request.phone(), request.otherPhone(), request.emergencyContact(), "", violations);
        var place = request.address() == null
                ? null
                : intake.place(request.address(), "/address", viewer, violations)
                        .orElse(null);
        violations.demandNone();
        return apply(
                investor,
                RegistrationEvent.INVESTOR_CHANGED,
                request.reason(),
                viewer,
                changed -> fill(changed, request, contacts, place));
    }

    /**
     * Corrects the document of a person, who keeps all registrations.
     *
     * @throws Problem 409 if another person is known by this document
     */
    @Transactional
    InvestorView correctDocument(UUID id, CorrectDocument request, String ifMatch, Viewer viewer) {
        var investor = locked(id, ifMatch, viewer);
        var today = Clocks.today(clock);
        var violations = new Violations();
        var document = RegistrationForm.document(
                request.documentType(), request.documentNumber(), "/documentNumber", today, violations);
        RegistrationForm.checkKind(investor.kind, request.documentType(), "/documentType", violations);
        RegistrationForm.checkBirth(request.bornOn(), "/bornOn", today, violations);
        violations.demandNone();
        return CONSTRAINTS.translate(
                investor,
                () -> apply(
                        investor,
                        RegistrationEvent.DOCUMENT_CORRECTED,
                        request.reason(),
                        viewer,
                        corrected -> corrected.correct(document.orElseThrow(), request.bornOn(), request.sex())));
    }

    /** Locks a record in the viewer's areas, with the version in If-Match, that is neither merged nor anonymous. */
    static Investor locked(UUID id, String ifMatch, Viewer viewer) {
        var investor = Investor.lock(id)
                .filter(locked -> viewer.scope().includes(locked.areaCode))
                .orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, investor.version);
        investor.demandOpen();
        return investor;
    }

    private InvestorView apply(
            Investor investor, RegistrationEvent what, String reason, Viewer viewer, Consumer<Investor> change) {
        var standing = Standing.of(investor);
        change.accept(investor);
        Investor.flush();
        var latest = standing.registrations().get(standing.registrations().size() - 1);
        RegistrationHistory.note(latest, what, reason, clock.instant(), viewer.name());
        events.fire(RegistrationChanged.of(what, latest, standing.before(), standing.now()));
        return InvestorView.of(investor, standing.registrations());
    }

    private static void fill(Investor investor, ChangeInvestor request, ContactDetails contacts, Place place) {
        if (request.name() != null) {
            investor.call(request.name());
        }
        if (request.clear() != null) {
            request.clear().forEach(investor::forget);
        }
        contacts.writeTo(investor);
        if (place != null) {
            investor.liveAt(place);
        }
        investor.needCare(
                request.elderly() == null ? investor.elderly : request.elderly(),
                request.hardship() == null ? investor.hardship : request.hardship());
    }
}
