package io.redress.registration;

import io.redress.account.Viewer;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.text.Blanks;
import io.redress.common.web.Versions;
import io.redress.identity.IdentityDocument;
import io.redress.identity.PersonName;
import io.redress.identity.Phone;
import io.redress.registration.RegistrationChanged.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finding people and keeping how they can be reached. */
@ApplicationScoped
class InvestorDesk {

    private static final int MOST_FOUND = 50;

    private final Intake intake;
    private final Event<DomainEvent> events;
    private final Clock clock;

    InvestorDesk(Intake intake, Event<DomainEvent> events, Clock clock) {
        this.intake = intake;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    List<InvestorView> lookUp(LookUpInvestors request, Viewer viewer) {
        var found = find(request, viewer);
        var registrations = Registration.ofInvestors(
                        found.stream().map(i -> i.id).toList())
                .stream()
                .collect(Collectors.groupingBy(registration -> registration.investor.id));
        return found.stream()
                .map(investor -> InvestorView.of(investor, registrations.getOrDefault(investor.id, List.of())))
                .toList();
    }

    private static List<Investor> find(LookUpInvestors request, Viewer viewer) {
        var given = Stream.of(request.documentNumber(), request.phone(), request.name(), request.registrationNumber())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw RegistrationProblems.oneCriterion();
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
            return Investor.called(PersonName.normalise(request.name()), viewer.scope(), MOST_FOUND);
        }
        return Registration.numbered(request.registrationNumber(), viewer.scope()).stream()
                .map(registration -> registration.investor)
                .toList();
    }

    @Transactional
    InvestorView read(UUID id, Viewer viewer) {
        var investor = Investor.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        return InvestorView.of(investor, Registration.ofInvestor(id));
    }

    /** Moves somebody, renames them, or notes how they can be reached; a move takes their figures along. */
    @Transactional
    InvestorView change(UUID id, ChangeInvestor request, String ifMatch, Viewer viewer) {
        var investor = Investor.lock(id)
                .filter(locked -> viewer.scope().includes(locked.areaCode))
                .orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, investor.version);
        var violations = new Violations();
        var contacts = Contacts.of(request.phone(), request.otherPhone(), request.emergencyContact(), "", violations);
        var place = request.address() == null
                ? null
                : intake.place(request.address(), "/address", viewer, violations)
                        .orElse(null);
        if (request.name() != null && Blanks.isBlank(request.name())) {
            violations.add("/name", "blank");
        }
        violations.demandNone();
        var standing = Standing.of(investor);
        fill(investor, request, contacts, place);
        Investor.flush();
        var latest = standing.registrations().get(standing.registrations().size() - 1);
        RegistrationHistory.note(latest, What.INVESTOR_CHANGED, request.reason(), clock.instant(), viewer.name());
        events.fire(RegistrationChanged.of(What.INVESTOR_CHANGED, latest, standing.before(), standing.now()));
        return InvestorView.of(investor, standing.registrations());
    }

    private static void fill(Investor investor, ChangeInvestor request, Contacts contacts, Intake.Place place) {
        if (request.name() != null) {
            investor.call(request.name());
        }
        contacts.writeTo(investor);
        if (place != null) {
            investor.liveAt(place);
        }
        if (request.elderly() != null) {
            investor.elderly = request.elderly();
        }
        if (request.hardship() != null) {
            investor.hardship = request.hardship();
        }
    }
}
